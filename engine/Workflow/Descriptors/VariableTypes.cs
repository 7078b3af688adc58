using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>The types of variables that the runtime converts to, under Elsa's names.</summary>
internal static class VariableTypes
{
    private static readonly Wording Primitives = new("基本", "基本", "Primitives");
    private static readonly Wording Lookups = new("字典", "字典", "Lookups");
    private static readonly Wording Dynamic = new("动态", "動態", "Dynamic");

    /// <summary>One type.</summary>
    internal sealed record VariableType(string TypeName, Wording Category, Wording Description);

    public static ImmutableArray<VariableType> All { get; } =
    [
        new("Object", Primitives, new("任何值", "任何值", "Any value.")),
        new("String", Primitives, new("文字", "文字", "A text.")),
        new("Boolean", Primitives, new("是或否", "是或否", "True or false.")),
        new("Int32", Primitives, new("整数（32 位）", "整數（32 位）", "A whole number of 32 bits.")),
        new("Long", Primitives, new("整数（64 位）", "整數（64 位）", "A whole number of 64 bits.")),
        new("Single", Primitives, new("浮点数（32 位）", "浮點數（32 位）", "A floating point number of 32 bits.")),
        new("Double", Primitives, new("浮点数（64 位）", "浮點數（64 位）", "A floating point number of 64 bits.")),
        new("Decimal", Primitives, new("十进制数，适合金额", "十進位數，適合金額", "A decimal number, for money.")),
        new("Guid", Primitives, new("全局唯一标识", "全域唯一識別碼", "A globally unique id.")),
        new("DateTime", Primitives, new("日期和时间", "日期和時間", "A date and time.")),
        new("DateTimeOffset", Primitives, new("带时区偏移的日期和时间", "帶時區偏移的日期和時間", "A date and time with its offset.")),
        new("TimeSpan", Primitives, new("时长", "時長", "A span of time.")),
        new("ObjectDictionary", Lookups, new("名称到任何值", "名稱到任何值", "Any values by name.")),
        new("JsonNode", Dynamic, new("JSON", "JSON", "JSON.")),
        new("JsonObject", Dynamic, new("JSON 对象", "JSON 物件", "A JSON object.")),
    ];
}
