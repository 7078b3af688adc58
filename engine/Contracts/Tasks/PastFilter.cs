namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Which rows a list of what is past shows; what is null does not narrow it.</summary>
public sealed record PastFilter
{
    /// <summary>Code of the item.</summary>
    public string? Item { get; init; }

    /// <summary>A part of the case number or of the applicant's name.</summary>
    public string? Search { get; init; }
}
