using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Reads units from a sheet, one a line.</summary>
internal static class UnitSheet
{
    /// <summary>Column by head, in the three languages, as an export writes them and as the API says it.</summary>
    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>
    {
        ["CODE"] = "code",
        ["代码"] = "code",
        ["代碼"] = "code",
        ["PARENT"] = "parent",
        ["UNIT ABOVE"] = "parent",
        ["上级机构"] = "parent",
        ["上級機構"] = "parent",
        ["KIND"] = "kind",
        ["机构类型"] = "kind",
        ["機構類型"] = "kind",
        ["ZH-HANS"] = "zh-Hans",
        ["SIMPLIFIED CHINESE"] = "zh-Hans",
        ["简体中文"] = "zh-Hans",
        ["簡體中文"] = "zh-Hans",
        ["名称"] = "zh-Hans",
        ["ZH-HANT"] = "zh-Hant",
        ["TRADITIONAL CHINESE"] = "zh-Hant",
        ["繁体中文"] = "zh-Hant",
        ["繁體中文"] = "zh-Hant",
        ["名稱"] = "zh-Hant",
        ["EN"] = "en",
        ["ENGLISH"] = "en",
        ["英文"] = "en",
    };

    // As people write them, and as the office says them and so an export too.
    private static readonly Dictionary<string, OrgUnitKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["市"] = OrgUnitKind.City,
        ["区县"] = OrgUnitKind.District,
        ["區縣"] = OrgUnitKind.District,
        ["区（市）县"] = OrgUnitKind.District,
        ["區（市）縣"] = OrgUnitKind.District,
        ["District or county"] = OrgUnitKind.District,
        ["镇街道"] = OrgUnitKind.Town,
        ["鎮街道"] = OrgUnitKind.Town,
        ["镇（街道）"] = OrgUnitKind.Town,
        ["鎮（街道）"] = OrgUnitKind.Town,
        ["Town or street"] = OrgUnitKind.Town,
        ["村社区"] = OrgUnitKind.Village,
        ["村社區"] = OrgUnitKind.Village,
        ["村（社区）"] = OrgUnitKind.Village,
        ["村（社區）"] = OrgUnitKind.Village,
        ["Village or community"] = OrgUnitKind.Village,
        ["部门"] = OrgUnitKind.Department,
        ["部門"] = OrgUnitKind.Department,
        ["分中心"] = OrgUnitKind.SubCentre,
        ["Sub-centre"] = OrgUnitKind.SubCentre,
        ["窗口"] = OrgUnitKind.Window,
        ["代理工作站"] = OrgUnitKind.ServiceStation,
        ["Service station"] = OrgUnitKind.ServiceStation,
    };

    /// <summary>The units, and what of the lines is not understood.</summary>
    public static (IReadOnlyList<UnitRow> Units, IReadOnlyList<SheetFault> Faults) Read(IReadOnlyList<SheetRow> rows)
    {
        var (units, faults) = (new List<UnitRow>(), new List<SheetFault>());
        foreach (var row in rows)
        {
            if (Kinds.TryGetValue(row["kind"], out var kind) || (Enum.TryParse(row["kind"], ignoreCase: true, out kind) && Enum.IsDefined(kind)))
            {
                units.Add(new UnitRow(row.Line, row["code"], row["parent"], kind, SheetCells.Name(row, null)));
            }
            else
            {
                faults.Add(new SheetFault(row.Line, "kind", "UnitKind", $"'{row["kind"]}' is no kind of unit: {string.Join(", ", Enum.GetNames<OrgUnitKind>())}."));
            }
        }

        return (units, faults);
    }
}
