using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace AdminUi.Tests.Administration;

/// <summary>A small centre: a district with a town and its village, and another district.</summary>
internal static class Units
{
    public static readonly UnitTree Tree = new([Unit("C", null), Unit("D", "C"), Unit("D-1", "D"), Unit("D-1-a", "D-1"), Unit("E", "C")]);

    private static UnitView Unit(string code, string? parent) => new(code, parent, OrgUnitKind.District, LocalText.Same($"Unit {code}"), IsActive: true);
}
