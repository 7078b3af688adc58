using ApprovalEngine.Contracts;

namespace ApprovalEngine.AdminUi.Api;

/// <summary>What the server says when it refuses (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable name of the problem.</param>
/// <param name="Detail">A sentence.</param>
/// <param name="TraceId">By which the log has it.</param>
/// <param name="Faults">Each fault of a request with its field.</param>
public sealed record ApiProblem(int? Status, string? Code, string? Detail, string? TraceId, IReadOnlyList<ApiFault>? Faults = null)
{
    /// <summary>Whether what was sent may have been done all the same: no answer came, or not the server's own.</summary>
    public bool IsUndecided => Status is null or >= 500;

    /// <summary>Whether it was not looked at yet: it may be sent again as it is, once one is signed in, has waited, or the first of it is through.</summary>
    public bool IsForLater => Status is 401 or 408 or 429 || Code is "ForgeryProtection" or "RequestInFlight";

    /// <summary>Whether it is from what stands before the server, which got no answer itself.</summary>
    public bool IsOfGateway => Code is null && Status is 502 or 503 or 504;
}

/// <summary>One fault of a request.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Where">The field.</param>
public sealed record ApiFault(string Code, string Message, string? Where)
{
    /// <summary>The sentence in the languages of the office; null where its own words for the code serve.</summary>
    public LocalText? Said { get; init; }

    /// <summary>What the place is called; null where it has no name.</summary>
    public LocalText? Place { get; init; }
}
