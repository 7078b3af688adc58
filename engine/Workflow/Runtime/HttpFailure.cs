namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Why a request of a flow got no answer: member <c>failure</c> of what the shell gives back.</summary>
public static class HttpFailure
{
    /// <summary>Nobody was there to ask.</summary>
    public const string FailedToConnect = "FailedToConnect";

    /// <summary>No answer came in time.</summary>
    public const string Timeout = "Timeout";
}
