using System.Collections.Concurrent;
using System.Net;

namespace Approval.Tests.Notifications;

/// <summary>A receiver outside that answers as told and remembers what it got.</summary>
internal sealed class Receiving(params HttpStatusCode[] answers) : HttpMessageHandler
{
    private int calls;

    /// <summary>What it answers with.</summary>
    public Func<HttpContent> Content { get; init; } = () => new StringContent("""{"receipt":"R-1"}""");

    public ConcurrentQueue<(string Key, string Body)> Got { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Got.Enqueue((request.Headers.GetValues("Idempotency-Key").Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(answers[Math.Min(Interlocked.Increment(ref calls), answers.Length) - 1]) { Content = Content() };
    }
}
