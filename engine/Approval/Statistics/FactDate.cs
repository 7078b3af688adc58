namespace ApprovalEngine.Approval.Statistics;

/// <summary>By which date a case belongs to a period.</summary>
internal enum FactDate
{
    /// <summary>Accepted in it.</summary>
    Acceptance = 1,

    /// <summary>Closed in it.</summary>
    Closing = 2,

    /// <summary>Accepted in it, and closed at some time: the instant rate's numerator.</summary>
    ClosedByAcceptance = 3,

    /// <summary>Open at its end.</summary>
    OpenAtEnd = 4,
}
