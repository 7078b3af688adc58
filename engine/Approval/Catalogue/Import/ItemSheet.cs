using System.Globalization;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Catalogue.Import;

/// <summary>Reads items from a sheet, one a line. What a line says nothing about stays as it is.</summary>
internal static class ItemSheet
{
    /// <summary>Column by head, in the three languages (as our export writes them too) and as the API says it.</summary>
    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>
    {
        ["CODE"] = "code",
        ["代码"] = "code",
        ["代碼"] = "code",
        ["事项编码"] = "code",
        ["事項編碼"] = "code",
        ["NATIONALCODE"] = "nationalCode",
        ["国家编码"] = "nationalCode",
        ["國家編碼"] = "nationalCode",
        ["KIND"] = "kind",
        ["类型"] = "kind",
        ["類型"] = "kind",
        ["ZH-HANS"] = "zh-Hans",
        ["简体中文"] = "zh-Hans",
        ["簡體中文"] = "zh-Hans",
        ["名称"] = "zh-Hans",
        ["事项名称"] = "zh-Hans",
        ["ZH-HANT"] = "zh-Hant",
        ["繁体中文"] = "zh-Hant",
        ["繁體中文"] = "zh-Hant",
        ["名稱"] = "zh-Hant",
        ["事項名稱"] = "zh-Hant",
        ["EN"] = "en",
        ["ENGLISH"] = "en",
        ["英文"] = "en",
        ["LEGALDAYS"] = "legalDays",
        ["法定时限"] = "legalDays",
        ["法定時限"] = "legalDays",
        ["PROMISEDDAYS"] = "promisedDays",
        ["承诺时限"] = "promisedDays",
        ["承諾時限"] = "promisedDays",
        ["DELIVERYDAYS"] = "deliveryDays",
        ["送达时限"] = "deliveryDays",
        ["送達時限"] = "deliveryDays",
        ["EXTENSIONDAYS"] = "extensionDays",
        ["延期上限"] = "extensionDays",
        ["UNIT"] = "unit",
        ["机构"] = "unit",
        ["機構"] = "unit",
        ["承办单位"] = "unit",
        ["承辦單位"] = "unit",
        ["FLOW"] = "flow",
        ["流程"] = "flow",
    };

    private static readonly Dictionary<string, ItemKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["即办件"] = ItemKind.Instant,
        ["即辦件"] = ItemKind.Instant,
        ["承诺件"] = ItemKind.Promised,
        ["承諾件"] = ItemKind.Promised,
    };

    /// <summary>The items, and what of the lines is not understood.</summary>
    /// <param name="rows">The lines.</param>
    /// <param name="known">The items that there are, by code.</param>
    /// <param name="organisation">Units.</param>
    public static (IReadOnlyList<ItemRow> Items, IReadOnlyList<SheetFault> Faults) Read(IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<string, KnownItem> known, CentreDirectory organisation)
    {
        var (items, faults) = (new List<ItemRow>(), new List<SheetFault>());
        foreach (var row in rows)
        {
            var (before, count) = (known.GetValueOrDefault(row["code"])?.Content, faults.Count);
            var kind = row["kind"].Length == 0 && before is not null ? before.Kind : Kind(row, faults);
            var unit = row["unit"].Length == 0 && before is not null ? before.Unit : SheetCells.Unit(row, organisation, faults);
            var limits = Limits(row, before?.Limits, faults);
            if (faults.Count == count)
            {
                items.Add(new ItemRow(
                    row.Line, row["code"], Or(row["nationalCode"], before?.NationalCode), kind, SheetCells.Name(row, before?.Name), limits, unit!, Or(row["flow"], before?.DefinitionId) ?? ""));
            }
        }

        return (items, faults);
    }

    private static ItemKind Kind(SheetRow row, List<SheetFault> faults)
    {
        if (Kinds.TryGetValue(row["kind"], out var kind) || (Enum.TryParse(row["kind"], ignoreCase: true, out kind) && Enum.IsDefined(kind)))
        {
            return kind;
        }

        faults.Add(new SheetFault(row.Line, "kind", "ItemKind", $"'{row["kind"]}' is no kind of item: {string.Join(", ", Enum.GetNames<ItemKind>())}."));
        return default;
    }

    private static ItemLimits Limits(SheetRow row, ItemLimits? before, List<SheetFault> faults) => new(
        before?.Kind ?? LimitKind.WorkingDays, Days(row, "legalDays", before?.LegalDays, faults) ?? 0, Days(row, "promisedDays", before?.PromisedDays, faults) ?? 0,
        Days(row, "deliveryDays", before?.DeliveryDays, faults), Days(row, "extensionDays", before?.ExtensionDays, faults));

    private static int? Days(SheetRow row, string column, int? before, List<SheetFault> faults)
    {
        if (row[column].Length == 0)
        {
            return before;
        }

        if (int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            return days;
        }

        faults.Add(new SheetFault(row.Line, column, "LimitRange", $"'{row[column]}' is no whole number of working days."));
        return null;
    }

    private static string? Or(string cell, string? before) => cell.Length > 0 ? cell : before;
}
