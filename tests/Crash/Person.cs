using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace ApprovalEngine.Crash;

/// <summary>Someone at a screen: asks either host, and asks again under the same key until there is an answer.</summary>
internal sealed class Person(string userName, IReadOnlyList<Uri> hosts, Ledger ledger, Random random, CancellationToken giveUp) : IDisposable
{
    /// <summary>Longer than anything may wait in a host; a request that hangs is one that failed.</summary>
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private bool isSignedIn;

    public void Dispose() => http.Dispose();

    /// <summary>Acts until it is answered; null when it was refused, which nobody expects here.</summary>
    public async Task<JsonElement?> ActAsync(string act, string path, object? body)
    {
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            // Now and then the same request comes twice at once, at both hosts.
            var answers = random.Next(5) == 0
                ? await Task.WhenAll(hosts.Select(host => TryAsync(host, key, path, body)))
                : [await TryAsync(hosts[random.Next(hosts.Count)], key, path, body)];
            var good = answers.Where(answer => answer is { IsSuccess: true }).Select(answer => answer!.Text).Distinct().ToList();
            if (good.Count > 1)
            {
                ledger.Surprises.Add($"{act} under key {key} was answered in two ways: {good[0]} and {good[1]}");
            }

            if (good.Count > 0)
            {
                var moved = JsonSerializer.Deserialize<JsonElement>(good[0]);
                ledger.Add(new Answered(userName, key, act, moved.GetProperty("caseId").GetGuid(), moved.GetProperty("version").GetInt32()));
                return moved;
            }

            if (answers.FirstOrDefault(answer => answer is { IsRefusal: true }) is { } refusal)
            {
                ledger.Surprises.Add($"{act} of {userName} at {path} was refused: {refusal.Text}");
                return null;
            }

            // Where no host comes up again, nobody would ever be answered.
            giveUp.ThrowIfCancellationRequested();
            ledger.Retry();
            await Task.Delay(random.Next(50, 300));
        }
    }

    private async Task<Reply?> TryAsync(Uri host, string key, string path, object? body)
    {
        try
        {
            if (!isSignedIn && !await SignInAsync(host))
            {
                return null;
            }

            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host, path)) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await http.SendAsync(request);
            return new Reply(answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (TaskCanceledException)
        {
            return null;
        }
    }

    private async Task<bool> SignInAsync(Uri host)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(host, "/api/v1/sign-in"), new { userName, password = CrashRun.Password });
        if (!answer.IsSuccessStatusCode)
        {
            return false;
        }

        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        isSignedIn = true;
        return true;
    }

    private sealed record Reply(HttpStatusCode Status, string Text)
    {
        public bool IsSuccess => (int)Status is >= 200 and < 300;

        /// <summary>For good; 409 means that another request is under way, 429 and 5xx that it may be asked again.</summary>
        public bool IsRefusal => (int)Status is >= 400 and < 500 && Status is not HttpStatusCode.Conflict and not HttpStatusCode.TooManyRequests;
    }
}
