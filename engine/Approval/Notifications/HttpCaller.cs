using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// Asks addresses for flows: only those of the allow list, without following redirects, without cookies or proxies, within limits of time and
/// size, each message under a key of its own. An answer of any status is an answer; what may not be asked at all is an error.
/// </summary>
public sealed class HttpCaller : IDisposable
{
    /// <summary>The largest answer that is kept: it stands in the case's state and trail.</summary>
    internal const int MaxAnswerBytes = 64 * 1024;

    /// <summary>Tries before a flow hears that nobody answers: a moment's outage is not for it to deal with.</summary>
    internal const int MostAttempts = 3;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    // What decides where a request goes or how it is framed is not for a flow to say.
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect", "Proxy-Authorization", "Proxy-Connection", "Idempotency-Key", "Cookie",
    };

    private readonly HttpDestinations destinations;
    private readonly HttpClient outside;
    private readonly HttpClient inside;

    /// <summary>Asks over the network.</summary>
    public HttpCaller(HttpDestinations destinations)
        : this(destinations, Handler(PublicHosts.ConnectAsync), Handler(null))
    {
    }

    internal HttpCaller(HttpDestinations destinations, HttpMessageHandler outside, HttpMessageHandler inside)
    {
        this.destinations = destinations;
        this.outside = Client(outside);
        this.inside = Client(inside);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        outside.Dispose();
        inside.Dispose();
    }

    /// <summary>Asks once.</summary>
    /// <param name="message">The message; its payload is the request (<see cref="Effect.HttpRequested"/>).</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The answer for the flow; not final where another try may help.</returns>
    internal async Task<ServiceAnswer> CallAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        if (!Uri.TryCreate((string?)message.Payload["url"], UriKind.Absolute, out var address) || destinations.Find(address) is not { } destination)
        {
            return new ServiceAnswer(false, true, null, $"The address '{address?.GetLeftPart(UriPartial.Path)}' is not on the list of allowed destinations (setting {HttpDestinations.Section}).");
        }

        try
        {
            using var request = Request(message, address, destination);
            using var response = await (destination.IsPrivate ? inside : outside).SendAsync(request, cancel);
            return new ServiceAnswer(true, true, await ReplyAsync(response, cancel), null);
        }
        catch (HttpRequestException refused) when (refused.InnerException is NotPublicException inner)
        {
            return new ServiceAnswer(false, true, null, inner.Message);
        }
        catch (HttpRequestException large) when (large.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new ServiceAnswer(false, true, null, $"The answer is larger than {MaxAnswerBytes} bytes.");
        }
        catch (HttpRequestException fault)
        {
            return Failed(message, HttpFailure.FailedToConnect, fault.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Failed(message, HttpFailure.Timeout, $"No answer within {Timeout.TotalSeconds} seconds.") with { IsSilence = true };
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException)
        {
            return new ServiceAnswer(false, true, null, $"The request cannot be sent: {fault.Message}");
        }
    }

    private static ServiceAnswer Failed(OutboxMessageRow message, string failure, string error) => message.Attempts < MostAttempts
        ? new ServiceAnswer(false, false, null, error)
        : new ServiceAnswer(true, true, new JsonObject { ["failure"] = failure, ["error"] = error }, null);

    private static HttpRequestMessage Request(OutboxMessageRow message, Uri address, HttpDestination destination)
    {
        var request = new HttpRequestMessage(new HttpMethod((string?)message.Payload["method"] ?? "GET"), address);
        if ((string?)message.Payload["content"] is { } content)
        {
            request.Content = new StringContent(content, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse((string?)message.Payload["contentType"] ?? "text/plain");
        }

        foreach (var (name, value) in message.Payload["headers"] as JsonObject ?? [])
        {
            if (!Ours.Contains(name))
            {
                request.Headers.Add(name, Values(value));
            }
        }

        if ((destination.Authorization ?? (string?)message.Payload["authorization"]) is { Length: > 0 } authorization)
        {
            request.Headers.Remove("Authorization");
            request.Headers.Add("Authorization", authorization);
        }

        request.Headers.Add("Idempotency-Key", FormattableString.Invariant($"{message.CentreId}-{message.OutboxId}"));
        return request;
    }

    private static IEnumerable<string> Values(JsonNode? value) => value is JsonArray list ? list.Select(item => item?.ToString() ?? "") : [value?.ToString() ?? ""];

    private static async Task<JsonObject> ReplyAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = await TextAsync(response, cancel);
        return new JsonObject
        {
            ["status"] = (int)response.StatusCode,
            ["headers"] = new JsonObject(response.Headers.Concat(response.Content.Headers)
                .Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
                .Select(header => KeyValuePair.Create(header.Key, (JsonNode?)new JsonArray([.. header.Value.Select(value => (JsonNode)Storable(value))])))),
            ["content"] = response.Content.Headers.ContentType?.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? Parsed(text) : text.Length > 0 ? text : null,
        };
    }

    /// <summary>An answer in an encoding that nobody knows has come all the same: the request is done with.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return Storable(await response.Content.ReadAsStringAsync(cancel));
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return StorableJson.Read(text);
        }
        catch (JsonException)
        {
            // It says that it is JSON and is not, or nests without end; the flow sees it as it came.
            return text;
        }
    }

    // The database holds every character but this one, and no half ones.
    private static string Storable(string text) => WellFormed.Of(text).Replace("\0", "", StringComparison.Ordinal);

    private static HttpClient Client(HttpMessageHandler handler) => new(handler) { Timeout = Timeout, MaxResponseContentBufferSize = MaxAnswerBytes };

    private static SocketsHttpHandler Handler(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 16,
        ConnectCallback = connect,
    };
}
