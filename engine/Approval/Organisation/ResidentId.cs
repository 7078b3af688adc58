using System.Globalization;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>公民身份號碼: six digits of a region, the birth date, three digits of sequence, a check digit that may be X (GB 11643-1999).</summary>
public static class ResidentId
{
    private const int Length = 18;
    private const string CheckDigits = "10X98765432";

    /// <summary>Normalises and checks.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="today">The centre's local date: nobody is born after it.</param>
    /// <param name="where">The field it came from.</param>
    /// <returns>The number as it is kept.</returns>
    /// <exception cref="RuleBrokenException">It breaks the standard; the message says which character and why.</exception>
    public static string Check(string text, DateOnly today, string where = "number")
    {
        var id = IdentifierText.Normalise(text);
        CheckCharacters(id, where);
        CheckBirth(id, today, where);
        var expected = CheckDigit(id);
        return id[^1] == expected
            ? id
            : throw new RuleBrokenException("ResidentIdCheck", $"The check digit (18th) of the resident ID is '{id[^1]}'; for the 17 before it, it would be '{expected}'. A digit is wrong or two are exchanged.", where);
    }

    private static void CheckCharacters(string id, string where)
    {
        if (id.Length == 15)
        {
            throw new RuleBrokenException("ResidentIdOldForm", "This is a resident ID of 15 digits, the form in use before 1999; the one of 18 is needed.", where);
        }

        if (id.Length != Length)
        {
            throw new RuleBrokenException("ResidentIdLength", $"A resident ID has {Length} characters; this one has {id.Length}.", where);
        }

        for (var at = 0; at < Length; at++)
        {
            if (!char.IsAsciiDigit(id[at]) && !(at == Length - 1 && id[at] == 'X'))
            {
                var rule = id[at] == 'X' ? "X may stand only in the last place, as the check digit" : "only digits may stand there";
                throw new RuleBrokenException("ResidentIdCharacter", $"Character {at + 1} of the resident ID is '{id[at]}': {rule}.", where);
            }
        }
    }

    private static void CheckBirth(string id, DateOnly today, string where)
    {
        var digits = id.AsSpan(6, 8);
        if (!DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            throw new RuleBrokenException("ResidentIdBirthDate", $"Characters 7 to 14 of the resident ID are the birth date, and {digits[..4]}-{digits[4..6]}-{digits[6..]} is not a date that exists.", where);
        }

        if (birth > today)
        {
            throw new RuleBrokenException("ResidentIdBirthInFuture", $"Characters 7 to 14 of the resident ID say that the person is born on {birth:yyyy-MM-dd}, which is in the future.", where);
        }
    }

    internal static char CheckDigit(string id)
    {
        var sum = 0;
        var weight = 2;
        for (var at = Length - 2; at >= 0; at--)
        {
            sum += (id[at] - '0') * weight;
            weight = weight * 2 % 11;
        }

        return CheckDigits[sum % 11];
    }
}
