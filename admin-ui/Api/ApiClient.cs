using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using System.Text.Json.Serialization.Metadata;

namespace ApprovalEngine.AdminUi.Api;

/// <summary>
/// Asks the server. Writes carry the token against forgery and a key that makes them safe to repeat; when the session has ended, the
/// request waits until somebody has signed in again, so that nothing typed is lost.
/// </summary>
public sealed class ApiClient(HttpClient http)
{
    private const string Root = "api/v1/";

    /// <summary>Asks the person to sign in again; true when they did.</summary>
    public Func<Task<bool>>? SignInAgain { get; set; }

    /// <summary>Token for writes; null until the server was asked who one is.</summary>
    public string? RequestToken { get; set; }

    /// <summary>Reads.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<T> Get<T>(string address, CancellationToken cancel = default)
    {
        using var answer = await Send(() => new HttpRequestMessage(HttpMethod.Get, Root + address), cancel);
        return await Read<T>(answer, cancel);
    }

    /// <summary>Writes.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<TAnswer> Post<TBody, TAnswer>(string address, TBody body, string? key = null)
    {
        using var answer = await Send(() => Write(HttpMethod.Post, address, body, key ??= NewKey()), default);
        return await Read<TAnswer>(answer, default);
    }

    /// <summary>Does something where nothing need be said.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<TAnswer> Post<TAnswer>(string address)
    {
        using var answer = await Send(() => Signed(new(HttpMethod.Post, Root + address), NewKey()), default);
        return await Read<TAnswer>(answer, default);
    }

    /// <summary>Makes something what the body says.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<TAnswer> Put<TBody, TAnswer>(string address, TBody body)
    {
        using var answer = await Send(() => Write(HttpMethod.Put, address, body, NewKey()), default);
        return await Read<TAnswer>(answer, default);
    }

    /// <summary>Makes something what the body says; nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task Put<TBody>(string address, TBody body)
    {
        using var answer = await Send(() => Write(HttpMethod.Put, address, body, NewKey()), default);
    }

    /// <summary>Does what the body says; nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task Do<TBody>(string address, TBody body)
    {
        using var answer = await Send(() => Write(HttpMethod.Post, address, body, NewKey()), default);
    }

    /// <summary>Does something where nothing is said and nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task Send(string address)
    {
        using var answer = await Send(() => Signed(new(HttpMethod.Post, Root + address), NewKey()), default);
    }

    /// <summary>Writes where nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task Send<TBody>(string address, TBody body)
    {
        var key = NewKey();
        using var answer = await Send(() => Write(HttpMethod.Post, address, body, key), default);
    }

    /// <summary>Takes something away.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task Delete(string address)
    {
        using var answer = await Send(() => Signed(new(HttpMethod.Delete, Root + address), NewKey()), default);
    }

    /// <summary>Takes something away that is answered.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<TAnswer> Delete<TAnswer>(string address)
    {
        using var answer = await Send(() => Signed(new(HttpMethod.Delete, Root + address), NewKey()), default);
        return await Read<TAnswer>(answer, default);
    }

    /// <summary>Signs in where the session has ended; a refusal asks nobody again.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task SignIn(SessionRequest request)
    {
        using var answer = await SendOnce(Write(HttpMethod.Post, "session", request, NewKey()), default);
        await Require(answer);
    }

    /// <summary>Reads who is signed in now; a refusal asks nobody to sign in.</summary>
    /// <exception cref="ApiException">Nobody is, or the server was not reached.</exception>
    public async Task<Me> GetSignedIn()
    {
        using var answer = await SendOnce(new(HttpMethod.Get, Root + "me"), default);
        await Require(answer);
        return await Read<Me>(answer, default);
    }

    /// <summary>Headers of a write that the browser itself sends (files).</summary>
    public Dictionary<string, string> WriteHeaders() => new() { ["X-CSRF"] = RequestToken ?? "", ["Idempotency-Key"] = NewKey() };

    /// <summary>The problem in an answer that the browser itself got.</summary>
    public static ApiProblem ProblemIn(int status, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ApiJson.Default.ApiProblem) ?? new(status, null, text, null);
        }
        catch (JsonException)
        {
            return new(status, null, null, null);
        }
    }

    private static string NewKey() => Guid.NewGuid().ToString("N");

    private HttpRequestMessage Write<TBody>(HttpMethod method, string address, TBody body, string key)
    {
        return Signed(new(method, Root + address) { Content = Written(body) }, key);
    }

    private HttpRequestMessage Signed(HttpRequestMessage request, string key)
    {
        request.Headers.Add("X-CSRF", RequestToken ?? "");
        request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private async Task<HttpResponseMessage> Send(Func<HttpRequestMessage> request, CancellationToken cancel)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            var answer = await SendOnce(request(), cancel);
            if (answer.IsSuccessStatusCode)
            {
                return answer;
            }

            using (answer)
            {
                var problem = ProblemIn((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancel));
                var hasEnded = answer.StatusCode == HttpStatusCode.Unauthorized || problem.Code == "ForgeryProtection";
                if (isSecond || !hasEnded || SignInAgain is not { } ask || !await ask())
                {
                    throw new ApiException(problem);
                }
            }
        }
    }

    private static async Task Require(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new ApiException(ProblemIn((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }

    private async Task<HttpResponseMessage> SendOnce(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, cancel);
        }
        catch (HttpRequestException)
        {
            throw new ApiException(new(null, "Offline", null, null));
        }
    }

    // The two methods of System.Net.Http.Json that would serve are not worth an assembly that travels.
    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        return (await JsonSerializer.DeserializeAsync(body, TypeOf<T>(), cancel))!;
    }

    private static ByteArrayContent Written<TBody>(TBody body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)ApiJson.Default.GetTypeInfo(typeof(T))!;
}
