namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Whose open tasks a list of a unit's work shows; what is null does not narrow it.</summary>
public sealed record WorkFilter
{
    /// <summary>As <see cref="Person"/>: nobody has the task, it is on offer.</summary>
    public const string Nobody = "-";

    /// <summary>Code of the unit to which they are offered, with all below it.</summary>
    public string? Unit { get; init; }

    /// <summary>User name of who has it, or <see cref="Nobody"/>.</summary>
    public string? Person { get; init; }
}
