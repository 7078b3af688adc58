using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What a step knows besides its case: cached parts of the centre that do not change while the step runs.</summary>
public sealed record CaseWorld
{
    /// <summary>The centre's calendar.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The calendar that the case was last reckoned with, when another was published since; null else.</summary>
    public WorkingCalendar? FormerCalendar { get; init; }

    /// <summary>The centre's supervision levels.</summary>
    public required LevelProfile Levels { get; init; }

    /// <summary>The centre's units and people.</summary>
    public required CentreDirectory Directory { get; init; }

    /// <summary>The case's item in the version it was received under.</summary>
    public required ItemEntry Item { get; init; }

    /// <summary>What that version says at length.</summary>
    public required ItemContent Content { get; init; }

    /// <summary>The case's flow in the version it runs on.</summary>
    public required CompiledFlow Flow { get; init; }

    /// <summary>Code of a unit.</summary>
    public string UnitCode(int unitId) => Directory.Unit(unitId).Code;

    /// <summary>Code of a unit, or null.</summary>
    public string? UnitCode(int? unitId) => unitId is { } id ? Directory.Unit(id).Code : null;

    /// <summary>Id of a unit; null when the organisation does not know the code.</summary>
    public int? UnitId(string code) => Directory.FindUnit(code)?.UnitId;
}
