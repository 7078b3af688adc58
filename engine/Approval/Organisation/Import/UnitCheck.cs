using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>What units of a sheet would come to. The place in the tree of a unit that is known does not change.</summary>
internal static class UnitCheck
{
    private static readonly AddUnitRules Rules = new();

    /// <summary>The units with what becomes of each, and the faults.</summary>
    public static (IReadOnlyList<UnitRow> Units, IReadOnlyList<SheetFault> Faults) Check(IReadOnlyList<UnitRow> units, Access access, CentreDirectory organisation)
    {
        var (faults, reached) = (new List<SheetFault>(), new HashSet<string>());
        foreach (var unit in units)
        {
            // What stands below a unit of an earlier line stands where that one does.
            var above = organisation.FindUnit(unit.Code) ?? organisation.FindUnit(unit.Parent);
            var broken = Rules.Validate(new AddUnit(access, new AddUnitRequest(unit.Code, unit.Parent, unit.Kind, unit.Name))).Errors;
            faults.AddRange(broken.Select(error => new SheetFault(unit.Line, Column(error.ErrorCode), error.ErrorCode, error.ErrorMessage)));
            if (above is null && !reached.Contains(unit.Parent))
            {
                faults.Add(new SheetFault(unit.Line, "parent", "UnitUnknown", $"There is no unit '{unit.Parent}', and no earlier line brings it."));
            }
            else if (above is not null && !access.Reaches(Role.Administrator, above))
            {
                faults.Add(new SheetFault(unit.Line, "parent", "OutOfScope", $"Your right as an administrator does not reach unit '{above.Code}'."));
            }

            if (!reached.Add(unit.Code))
            {
                faults.Add(new SheetFault(unit.Line, "code", "UnitCodeTwice", $"'{unit.Code}' stands there twice."));
            }
        }

        return ([.. units.Select(unit => unit with { State = State(unit, organisation.FindUnit(unit.Code)) })], faults);
    }

    private static string State(UnitRow unit, UnitEntry? known) => known is null ? "New" : known.Kind != unit.Kind || known.Name != unit.Name ? "Changed" : "Unchanged";

    private static string Column(string rule) => rule switch
    {
        "UnitCode" => "code",
        "UnitKind" => "kind",
        _ => "zh-Hans",
    };
}
