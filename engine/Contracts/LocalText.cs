using System.Text.Json.Serialization;

namespace ApprovalEngine.Contracts;

/// <summary>A text in the product's three languages.</summary>
/// <param name="ZhHans">Simplified Chinese.</param>
/// <param name="ZhHant">Traditional Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(
    [property: JsonPropertyName("zh-Hans")] string ZhHans,
    [property: JsonPropertyName("zh-Hant")] string ZhHant,
    [property: JsonPropertyName("en")] string En)
{
    /// <summary>The same words in every language, for names that are not translated.</summary>
    public static LocalText Same(string text) => new(text, text, text);

    /// <summary>The text for a culture's name; anything that is neither Traditional nor Simplified Chinese reads English.</summary>
    public string In(string culture) =>
        culture.StartsWith("zh-Hant", StringComparison.OrdinalIgnoreCase) || culture is "zh-TW" or "zh-HK" or "zh-MO" ? ZhHant
        : culture.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? ZhHans
        : En;
}
