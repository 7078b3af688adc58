namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Which open tasks a list of an inbox shows, and in which order; what is null does not narrow it.</summary>
public sealed record InboxFilter
{
    /// <summary>So many working days are "this week".</summary>
    public const int WeekDays = 5;

    /// <summary>Code of the item.</summary>
    public string? Item { get; init; }

    /// <summary>Due by then at the latest.</summary>
    public DueBy? Due { get; init; }

    /// <summary>A part of the case number or of the applicant's name.</summary>
    public string? Search { get; init; }

    /// <summary>The order; null for the earliest due first.</summary>
    public TaskSort? Sort { get; init; }

    /// <summary>Whether it leaves tasks out; an order alone does not.</summary>
    public bool IsNarrowed() => this with { Sort = null } != new InboxFilter();
}
