using System.Globalization;
using Microsoft.Extensions.Localization;

namespace ApprovalEngine.AdminUi.Resources;

/// <summary>Words in the person's language, as plain text with values put in.</summary>
public sealed class Texts(IStringLocalizer<Words> words)
{
    /// <summary>The words of a key; a key without words stands for itself and fails a test.</summary>
    public string this[string key] => words[key].Value;

    /// <summary>The words of a key with values in its places; numbers and dates are written the same in every language.</summary>
    public string this[string key, params object[] values] => string.Format(CultureInfo.InvariantCulture, words[key].Value, values);

    /// <summary>The words of a key; null where there are none.</summary>
    public string? Find(string key) => words[key] is { ResourceNotFound: false } found ? found.Value : null;
}
