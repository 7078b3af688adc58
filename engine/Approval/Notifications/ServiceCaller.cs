using System.Net;
using System.Text;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Calls receivers over HTTP: only those of the allow list, without following redirects, each message under a key of its own.</summary>
public sealed class ServiceCaller : IDisposable
{
    /// <summary>The largest answer that is kept.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly ReceiverOptions options;
    private readonly HttpClient http;

    /// <summary>Calls over the network.</summary>
    public ServiceCaller(ReceiverOptions options)
        : this(options, new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
    {
    }

    internal ServiceCaller(ReceiverOptions options, HttpMessageHandler handler)
    {
        this.options = options;
        http = new HttpClient(handler) { Timeout = Timeout, MaxResponseContentBufferSize = MaxAnswerBytes };
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    internal async Task<ServiceAnswer> CallAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var code = (string?)message.Payload["receiver"] ?? "";
        if (!options.Receivers.TryGetValue(code, out var receiver))
        {
            return new ServiceAnswer(false, true, null, $"Receiver '{code}' is not on the list of receivers.");
        }

        if (receiver.Url.Scheme == "log")
        {
            return new ServiceAnswer(true, true, null, null);
        }

        try
        {
            using var request = Request(message, receiver);
            using var response = await http.SendAsync(request, cancel);
            return await AnswerAsync(response, cancel);
        }
        catch (HttpRequestException fault)
        {
            return new ServiceAnswer(false, false, null, fault.Message);
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ServiceAnswer(false, false, null, $"No answer within {Timeout.TotalSeconds} seconds.") { IsSilence = true };
        }
    }

    private static HttpRequestMessage Request(OutboxMessageRow message, Receiver receiver)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, receiver.Url)
        {
            Content = new StringContent(message.Payload["payload"]?.ToJsonString(StepPayload.Json) ?? "null", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", FormattableString.Invariant($"{message.CentreId}-{message.OutboxId}"));
        if (receiver.Authorization is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private static async Task<ServiceAnswer> AnswerAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        if (!response.IsSuccessStatusCode)
        {
            // 408 and 429 ask for another try; any other refusal of the request itself stays one. A redirect is no answer.
            var isFinal = (int)response.StatusCode is >= 300 and < 500 && response.StatusCode is not HttpStatusCode.RequestTimeout and not HttpStatusCode.TooManyRequests;
            return new ServiceAnswer(false, isFinal, null, $"The receiver answered {(int)response.StatusCode}.");
        }

        try
        {
            return new ServiceAnswer(true, true, StorableJson.Read(await response.Content.ReadAsStringAsync(cancel)), null);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // The receiver took it; what it says beside, in an encoding that nobody knows or in no JSON that can be kept, is not for the flow.
            return new ServiceAnswer(true, true, null, null);
        }
    }
}
