using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;

namespace ApprovalEngine.Approval.Public;

/// <summary>The service guide (辦事指南) of an item.</summary>
public sealed record GuidePage
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalText Name { get; init; }

    /// <summary>Instant or promised.</summary>
    public required ItemKind Kind { get; init; }

    /// <summary>The unit that handles it.</summary>
    public required LocalText Unit { get; init; }

    /// <summary>Its limits.</summary>
    public required ItemLimits Limits { get; init; }

    /// <summary>The centre's local date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The day by which what is accepted now is answered; null while a calendar is missing.</summary>
    public DateOnly? AnsweredBy { get; init; }

    /// <summary>The year whose calendar is missing; null for most.</summary>
    public int? MissingYear { get; init; }

    /// <summary>What has to be handed in.</summary>
    public required IReadOnlyList<GuideMaterial> Materials { get; init; }

    /// <summary>Whether a fee is charged.</summary>
    public bool IsCharged { get; init; }

    /// <summary>How much; null where it depends.</summary>
    public decimal? Fee { get; init; }

    /// <summary>On what the fee rests.</summary>
    public LocalText? FeeBasis { get; init; }

    /// <summary>Where one applies.</summary>
    public LocalText? Where { get; init; }

    /// <summary>What happens.</summary>
    public LocalText? Process { get; init; }

    /// <summary>What one receives.</summary>
    public LocalText? Result { get; init; }

    /// <summary>What else to know.</summary>
    public LocalText? Notes { get; init; }

    /// <summary>Whom to call.</summary>
    public string? Phone { get; init; }

    /// <summary>Laws it rests on, each with its article.</summary>
    public required IReadOnlyList<LocalText> Basis { get; init; }

    /// <summary>Conditions.</summary>
    public required IReadOnlyList<LocalText> Conditions { get; init; }
}

/// <summary>A material that an item asks for.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="IsMinor">Whether it may be supplied later against a promise (容缺受理).</param>
/// <param name="Copies">How many.</param>
/// <param name="When">What must be so for it to be needed; null for always.</param>
public sealed record GuideMaterial(LocalText Name, bool IsRequired, bool IsMinor, int Copies, LocalText? When);
