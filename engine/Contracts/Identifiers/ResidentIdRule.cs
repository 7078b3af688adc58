using System.Globalization;

namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>公民身份號碼: six digits of a region, the birth date, three digits of sequence, a check digit that may be X (GB 11643-1999).</summary>
public static class ResidentIdRule
{
    private const int Length = 18;
    private const string CheckDigits = "10X98765432";

    /// <summary>The first fault of a normalised number; null when it keeps the standard.</summary>
    /// <param name="id">As <see cref="IdentifierText.Normalise"/> gives it.</param>
    /// <param name="today">The centre's local date: nobody is born after it.</param>
    public static IdentifierFault? FaultIn(string id, DateOnly today) => InCharacters(id) ?? InBirth(id, today) ?? InCheckDigit(id);

    private static IdentifierFault? InCharacters(string id)
    {
        if (id.Length == 15)
        {
            return new IdentifierFault("ResidentIdOldForm", null, "This is a resident ID of 15 digits, the form in use before 1999; the one of 18 is needed.");
        }

        if (id.Length != Length)
        {
            return new IdentifierFault("ResidentIdLength", null, $"A resident ID has {Length} characters; this one has {id.Length}.");
        }

        for (var at = 0; at < Length; at++)
        {
            if (!char.IsAsciiDigit(id[at]) && !(at == Length - 1 && id[at] == 'X'))
            {
                var rule = id[at] == 'X' ? "X may stand only in the last place, as the check digit" : "only digits may stand there";
                return new IdentifierFault("ResidentIdCharacter", at, $"Character {at + 1} of the resident ID is '{id[at]}': {rule}.");
            }
        }

        return null;
    }

    private static IdentifierFault? InBirth(string id, DateOnly today)
    {
        var digits = id.AsSpan(6, 8);
        if (!DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            var (at, length) = PartOfDate(digits);
            return new IdentifierFault("ResidentIdBirthDate", at, $"Characters 7 to 14 of the resident ID are the birth date, and {digits[..4]}-{digits[4..6]}-{digits[6..]} is not a date that exists.", length);
        }

        if (birth > today)
        {
            return new IdentifierFault("ResidentIdBirthInFuture", 6, $"Characters 7 to 14 of the resident ID say that the person is born on {birth:yyyy-MM-dd}, which is in the future.", 8);
        }

        return null;
    }

    /// <summary>Where a date that does not exist is wrong, from the ID's beginning: in its year, its month or its day.</summary>
    private static (int At, int Length) PartOfDate(ReadOnlySpan<char> digits) =>
        int.Parse(digits[..4], CultureInfo.InvariantCulture) == 0 ? (6, 4)
        : int.Parse(digits[4..6], CultureInfo.InvariantCulture) is < 1 or > 12 ? (10, 2)
        : (12, 2);

    private static IdentifierFault? InCheckDigit(string id) => CheckDigit(id) is var expected && id[^1] == expected
        ? null
        : new IdentifierFault("ResidentIdCheck", Length - 1, $"The check digit (18th) of the resident ID is '{id[^1]}'; for the 17 before it, it would be '{expected}'. A digit is wrong or two are exchanged.");

    /// <summary>The digit that the 17 before it ask for.</summary>
    public static char CheckDigit(string id)
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
