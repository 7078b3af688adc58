using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>A version of an item as a case needs it.</summary>
/// <param name="ItemId">Key of the item in the tables.</param>
/// <param name="Version">Version; a case keeps the one it was received under.</param>
/// <param name="Code">Key of the item everywhere else.</param>
/// <param name="Kind">Instant or promised.</param>
/// <param name="Name">What it is called.</param>
/// <param name="LimitKind">How its limits are counted.</param>
/// <param name="LegalDays">Working days by law.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="ExtensionDays">Working days by which it may be extended at most; null when not said.</param>
/// <param name="UnitId">The unit that handles its cases.</param>
/// <param name="DefinitionId">Its flow.</param>
/// <param name="State">Whether it can be applied for.</param>
/// <param name="AllowsBulkAnswers">Whether several tasks of one step may be given one answer at once.</param>
public sealed record ItemEntry(
    int ItemId,
    int Version,
    string Code,
    ItemKind Kind,
    LocalText Name,
    LimitKind LimitKind,
    int LegalDays,
    int PromisedDays,
    int? ExtensionDays,
    int UnitId,
    string DefinitionId,
    ItemState State,
    bool AllowsBulkAnswers)
{
    /// <summary>Code of the profile of supervision levels that its cases follow; null for the centre's.</summary>
    public string? LevelProfile { get; init; }

    /// <summary>Whether a text stands in the code or in the name in any language.</summary>
    public bool IsCalled(string text) => new[] { Code, Name.ZhHans, Name.ZhHant, Name.En }.Any(word => word.Contains(text, StringComparison.OrdinalIgnoreCase));
}
