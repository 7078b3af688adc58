using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>What cells of several kinds of sheets say.</summary>
internal static class SheetCells
{
    /// <summary>Code of the unit in column <c>unit</c>, which names it by code or by any of its names; null where it is not known.</summary>
    public static string? Unit(SheetRow row, CentreDirectory organisation, List<SheetFault> faults)
    {
        var text = row["unit"];
        var named = organisation.Units.Where(unit => unit.Name.ZhHans == text || unit.Name.ZhHant == text || unit.Name.En == text).ToList();
        if (organisation.FindUnit(text)?.Code is { } code)
        {
            return code;
        }

        if (named.Count == 1)
        {
            return named[0].Code;
        }

        faults.Add(new SheetFault(row.Line, "unit", "UnitUnknown", named.Count > 1 ? $"Several units are called '{text}'; name it by its code." : $"There is no unit '{text}'."));
        return null;
    }

    /// <summary>A name in three languages; one that is not given is that of before, or else that of another language.</summary>
    public static LocalText Name(SheetRow row, LocalText? before)
    {
        var any = new[] { row["zh-Hans"], row["zh-Hant"], row["en"] }.FirstOrDefault(name => name.Length > 0) ?? "";
        return new LocalText(Or(row["zh-Hans"], before?.ZhHans ?? any), Or(row["zh-Hant"], before?.ZhHant ?? any), Or(row["en"], before?.En ?? any));
    }

    private static string Or(string name, string other) => name.Length > 0 ? name : other;
}
