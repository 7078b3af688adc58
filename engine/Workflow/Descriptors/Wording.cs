namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>A text in the product's three languages, as the pure core says it.</summary>
/// <param name="ZhHans">Simplified Chinese.</param>
/// <param name="ZhHant">Traditional Chinese.</param>
/// <param name="En">English.</param>
public sealed record Wording(string ZhHans, string ZhHant, string En)
{
    /// <summary>The text for a culture's name; anything that is not Chinese reads English.</summary>
    public string In(string culture) =>
        culture.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) || culture is "zh-TW" or "zh-HK" or "zh-MO" ? ZhHant
        : culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ZhHans
        : En;

    /// <summary>The same with its places <c>{0}</c> … filled.</summary>
    public Wording With(params object?[] values) => new(Fill(ZhHans, values), Fill(ZhHant, values), Fill(En, values));

    private static string Fill(string text, object?[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, values);
}
