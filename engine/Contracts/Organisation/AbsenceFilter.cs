namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Which absences a list shows; what is null does not narrow it.</summary>
public sealed record AbsenceFilter
{
    /// <summary>User name of who is away or stands in.</summary>
    public string? Person { get; init; }

    /// <summary>How they stand today; null for those that last or are to come.</summary>
    public AbsenceState? State { get; init; }
}
