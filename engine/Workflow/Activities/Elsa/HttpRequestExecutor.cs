using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>
/// Asks an address outside for something, through the outbox, and waits for what comes back. Which addresses may be asked, the host's
/// settings say: one that may not be asked is a fault of the flow, not an outcome.
/// </summary>
internal abstract class HttpRequestExecutor : ActivityExecutor
{
    /// <summary>Characters of a request's content; larger things are materials of a case, not parts of its state.</summary>
    private const int MaxContent = 256 * 1024;

    public sealed override void Execute(Run run, Frame frame)
    {
        var request = new JsonObject
        {
            ["url"] = Url(run, frame),
            ["method"] = Method(run, frame),
            ["authorization"] = run.Text(frame, "authorization"),
            ["headers"] = (FlowValue.ToJson(run.Typed(frame, "requestHeaders", "ObjectDictionary")) as JsonObject)?.DeepClone(),
        };
        AddContent(run, frame, request);
        run.Effects.Add(new Effect.HttpRequested(run.Waits.Call(frame), frame.Node.Id, request));
    }

    public sealed override void OnServiceAnswered(Run run, Frame frame, Stimulus.ServiceAnswered answer)
    {
        if (!answer.Succeeded || answer.Result is not JsonObject reply)
        {
            throw new ActivityFaultException(FaultKind.Service, answer.Result is JsonValue why ? why.ToString() : "The request could not be sent.");
        }

        run.Data.SetOutput(frame, "statusCode", FlowValue.From(reply["status"]));
        run.Data.SetOutput(frame, "parsedContent", FlowValue.From(reply["content"]?.DeepClone()));
        run.Data.SetOutput(frame, "responseHeaders", FlowValue.From(reply["headers"]?.DeepClone()));
        run.Data.SetOutput(frame, "result", FlowValue.From(reply.DeepClone()));
        switch ((string?)reply["failure"])
        {
            case HttpFailure.Timeout:
                OnTimeout(run, frame);
                break;
            case HttpFailure.FailedToConnect:
                OnFailedToConnect(run, frame);
                break;
            default:
                OnStatus(run, frame, ((int)reply["status"]!).ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    public override void OnChildCompleted(Run run, Frame frame, Frame child, ImmutableArray<string> outcomes) => run.Complete(frame);

    /// <summary>An answer of any status came.</summary>
    protected abstract void OnStatus(Run run, Frame frame, string status);

    /// <summary>Nobody was there to ask.</summary>
    protected abstract void OnFailedToConnect(Run run, Frame frame);

    /// <summary>No answer came in time.</summary>
    protected abstract void OnTimeout(Run run, Frame frame);

    private static string Url(Run run, Frame frame) =>
        Uri.TryCreate(run.Text(frame, "url"), UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url.AbsoluteUri
            : throw new ActivityFaultException(FaultKind.Input, $"{frame.Node.Id} names no address that begins with http:// or https://.");

    private static string Method(Run run, Frame frame)
    {
        var method = run.Text(frame, "method") is { Length: > 0 } given ? given.ToUpperInvariant() : "GET";
        return method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS"
            ? method
            : throw new ActivityFaultException(FaultKind.Input, $"'{method}' is no method that {frame.Node.Id} may use.");
    }

    private static void AddContent(Run run, Frame frame, JsonObject request)
    {
        if (run.Typed(frame, "content", "Object") is not { } content)
        {
            return;
        }

        var text = content as string ?? FlowValue.ToJsonText(content);
        if (text.Length > MaxContent)
        {
            throw new ActivityFaultException(FaultKind.Input, $"The content of {frame.Node.Id} has {text.Length} characters; at most {MaxContent} are sent.");
        }

        request["content"] = text;
        request["contentType"] = run.Text(frame, "contentType") is { Length: > 0 } type ? type : content is string ? "text/plain" : "application/json";
    }
}
