using System.Net;
using System.Text;

namespace AdminUi.Tests;

/// <summary>Answers what components ask the server, and keeps what they sent.</summary>
internal sealed class Answering : HttpMessageHandler
{
    private readonly Dictionary<string, string> answers = [];
    private readonly Dictionary<string, TaskCompletionSource> held = [];

    /// <summary>What was sent: method, address below the API, body.</summary>
    public List<(string Method, string Address, string Body)> Sent { get; } = [];

    /// <summary>Keys under which writes were sent, in their order.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Answers a method and address with JSON.</summary>
    public Answering With(string asked, string json)
    {
        answers[asked] = json;
        return this;
    }

    /// <summary>Whether it has an answer.</summary>
    public bool Knows(string asked) => answers.ContainsKey(asked);

    /// <summary>Answers it only once this is set.</summary>
    public TaskCompletionSource Holding(string asked) => held[asked] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Answers it no more.</summary>
    public void Without(string asked) => answers.Remove(asked);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!.PathAndQuery.Replace("/api/v1/", "", StringComparison.Ordinal);
        Sent.Add((request.Method.Method, address, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        if (request.Headers.TryGetValues("Idempotency-Key", out var keys))
        {
            Keys.AddRange(keys);
        }

        if (held.TryGetValue($"{request.Method} {address}", out var waits))
        {
            await waits.Task;
        }

        return answers.TryGetValue($"{request.Method} {address}", out var json)
            ? new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") }
            : new(HttpStatusCode.NotFound) { Content = new StringContent($$"""{"status":404,"code":"AddressUnknown","detail":"{{request.Method}} {{address}}"}""", Encoding.UTF8, "application/json") };
    }
}
