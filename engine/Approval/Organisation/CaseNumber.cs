using System.Globalization;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A case's number: centre code, item code, local date, sequence, check character (ISO 7064 MOD 37,36). Read aloud and typed by people.</summary>
public static class CaseNumber
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The number of the so-many-th case of an item on a date.</summary>
    public static string Make(string centreCode, string itemCode, DateOnly receivedOn, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{centreCode}-{itemCode}-{receivedOn:yyyyMMdd}-{sequence:D4}").ToUpperInvariant();
        return body + Alphabet[(37 - Remainder(body)) % 36];
    }

    /// <summary>The number as it is kept: blanks, full-width forms and lower case are put right.</summary>
    /// <exception cref="RuleBrokenException">The check character does not fit: it was misread or mistyped.</exception>
    public static string Check(string text, string where = "caseNo")
    {
        var number = IdentifierText.Normalise(text);
        return IsValid(number) ? number : throw new RuleBrokenException("CaseNumberCheck", $"'{number}' is not a case number: its last character, the check character, does not fit.", where);
    }

    /// <summary>Whether the check character fits.</summary>
    public static bool IsValid(string number) =>
        number.Length > 1 && ValueOf(number[^1]) is >= 0 and var check && (Remainder(number.AsSpan(0, number.Length - 1)) + check) % 36 == 1;

    /// <summary>Separators and characters outside the alphabet (codes are opaque) do not count.</summary>
    private static int Remainder(ReadOnlySpan<char> body)
    {
        var product = 36;
        foreach (var character in body)
        {
            var value = ValueOf(character);
            if (value >= 0)
            {
                var sum = (product + value) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
        }

        return product;
    }

    private static int ValueOf(char character) => Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
}
