using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using System.Text.Json.Serialization.Metadata;

namespace ApprovalEngine.AdminUi.Api;

/// <summary>
/// Asks the server. Writes carry the token against forgery and a key that makes them safe to repeat; when the session has ended, the
/// request waits until somebody has signed in again, so that nothing typed is lost.
/// </summary>
public sealed class ApiClient(HttpClient http)
{
    private const string Root = "api/v1/";
    private const int LargestPage = 200;

    /// <summary>Keys of writes of which it is not known whether they were done: whoever does the same again does not do it twice.</summary>
    private readonly Dictionary<string, string> unanswered = [];

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

    /// <summary>Reads all pages of a list.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<IReadOnlyList<T>> GetAll<T>(string address, CancellationToken cancel = default)
    {
        var all = new List<T>();
        for (string? next = ""; next is not null;)
        {
            var page = await Get<Page<T>>($"{address}?take={LargestPage}{(next.Length > 0 ? "&after=" + Uri.EscapeDataString(next) : "")}", cancel);
            all.AddRange(page.Items);
            next = page.Next;
        }

        return all;
    }

    /// <summary>Reads what a page can do without, as are the names of an item's papers; null where it is not to be had.</summary>
    public async Task<T?> Find<T>(string address)
        where T : class
    {
        try
        {
            return await Get<T>(address);
        }
        catch (ApiException)
        {
            return null;
        }
    }

    /// <summary>Writes.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task<TAnswer> Post<TBody, TAnswer>(string address, TBody body, string? key = null) => Ask<TAnswer>(HttpMethod.Post, address, Written(body), key);

    /// <summary>Asks what the body is about, where an address has no room for it. Nothing is done: what waits for its answer waits on.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task<TAnswer> Ask<TBody, TAnswer>(string address, TBody body)
    {
        var asked = Written(body);
        using var answer = await Send(() => Write(HttpMethod.Post, address, asked, NewKey()), default);
        return await Read<TAnswer>(answer, default);
    }

    /// <summary>Does something where nothing need be said.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task<TAnswer> Post<TAnswer>(string address) => Ask<TAnswer>(HttpMethod.Post, address);

    /// <summary>Makes something what the body says.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task<TAnswer> Put<TBody, TAnswer>(string address, TBody body) => Ask<TAnswer>(HttpMethod.Put, address, Written(body));

    /// <summary>Makes something what the body says; nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task Put<TBody>(string address, TBody body) => Tell(HttpMethod.Put, address, Written(body));

    /// <summary>Does something where nothing is said and nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task Send(string address) => Tell(HttpMethod.Post, address);

    /// <summary>Does what the body says; nothing comes back.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task Send<TBody>(string address, TBody body) => Tell(HttpMethod.Post, address, Written(body));

    /// <summary>Takes something away.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task Delete(string address) => Tell(HttpMethod.Delete, address);

    /// <summary>Takes something away that is answered.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public Task<TAnswer> Delete<TAnswer>(string address) => Ask<TAnswer>(HttpMethod.Delete, address);

    /// <summary>Has the browser itself send something, with the headers of a write; when the session has ended, it waits and is sent again like every request.</summary>
    /// <param name="send">Sends with these headers.</param>
    public async Task<FileAnswer> Sent(Func<Dictionary<string, string>, ValueTask<FileAnswer>> send)
    {
        var answer = await send(Headers(NewKey()));
        return answer.Problem is { } problem && await IsSignedInAgain(problem) ? await send(Headers(NewKey())) : answer;
    }

    /// <summary>Signs in where the session has ended; a refusal asks nobody again.</summary>
    /// <exception cref="ApiException">Refused, or not reached.</exception>
    public async Task SignIn(SessionRequest request)
    {
        using var answer = await SendOnce(Write(HttpMethod.Post, "session", Written(request), NewKey()), default);
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

    internal static string NewKey() => Guid.NewGuid().ToString("N");

    private async Task<T> Ask<T>(HttpMethod method, string address, byte[]? body = null, string? key = null)
    {
        using var answer = await SendWrite(method, address, body, key);
        return await Read<T>(answer, default);
    }

    private async Task Tell(HttpMethod method, string address, byte[]? body = null) => (await SendWrite(method, address, body, null)).Dispose();

    /// <summary>Sent again, it goes under the same key; so it does when somebody repeats it because no answer came, until one has come.</summary>
    private async Task<HttpResponseMessage> SendWrite(HttpMethod method, string address, byte[]? body, string? key)
    {
        var act = $"{method} {address} {(body is null ? "" : Encoding.UTF8.GetString(body))}";
        key ??= unanswered.GetValueOrDefault(act) ?? NewKey();
        try
        {
            var answer = await Send(() => Write(method, address, body, key), default);

            // Whoever goes on to something else has seen what became of it: the same once more is meant to be done again.
            unanswered.Clear();
            return answer;
        }
        catch (ApiException refused)
        {
            if (refused.Problem.IsUndecided)
            {
                unanswered[act] = key;
            }
            else if (!refused.Problem.IsForLater)
            {
                unanswered.Remove(act);
            }

            throw;
        }
    }

    private HttpRequestMessage Write(HttpMethod method, string address, byte[]? body, string key)
    {
        var request = new HttpRequestMessage(method, Root + address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        foreach (var (name, value) in Headers(key))
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    private Dictionary<string, string> Headers(string key) => new() { ["X-CSRF"] = RequestToken ?? "", ["Idempotency-Key"] = key };

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
                if (isSecond || !await IsSignedInAgain(problem))
                {
                    throw new ApiException(problem);
                }
            }
        }
    }

    /// <summary>Where a problem says that the session has ended: whether somebody has signed in again.</summary>
    private async Task<bool> IsSignedInAgain(ApiProblem problem) => problem is { Status: (int)HttpStatusCode.Unauthorized } or { Code: "ForgeryProtection" } && SignInAgain is { } ask && await ask();

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
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // No answer in time.
            throw new ApiException(new(null, "Unanswered", null, null));
        }
    }

    // The two methods of System.Net.Http.Json that would serve are not worth an assembly that travels.
    private static async Task<T> Read<T>(HttpResponseMessage answer, CancellationToken cancel)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        return (await JsonSerializer.DeserializeAsync(body, TypeOf<T>(), cancel))!;
    }

    private static byte[] Written<TBody>(TBody body) => JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>());

    internal static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)ApiJson.Default.GetTypeInfo(typeof(T))!;
}
