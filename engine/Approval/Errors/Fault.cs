using ApprovalEngine.Contracts;

namespace ApprovalEngine.Approval.Errors;

/// <summary>A broken rule and its place.</summary>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Where">The field, activity or line it concerns.</param>
public sealed record Fault(string Code, string Message, string? Where = null)
{
    /// <summary>The sentence in the languages of the screens; null where these have words of their own for the code.</summary>
    public LocalText? Said { get; init; }

    /// <summary>What the place is called; null where it has no name.</summary>
    public LocalText? Place { get; init; }
}
