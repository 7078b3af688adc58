using System.Text;

namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>How numbers are read before they are checked: lower case, full-width forms and blanks are what people type, not faults.</summary>
public static class IdentifierText
{
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>The text without blanks, narrow and in capitals.</summary>
    public static string Normalise(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character) && character is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF'))
            {
                var narrow = character is >= FirstFullWidth and <= LastFullWidth ? (char)(character - FullWidthOffset) : character;
                clean.Append(char.ToUpperInvariant(narrow));
            }
        }

        return clean.ToString();
    }
}
