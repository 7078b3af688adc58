namespace ApprovalEngine.Contracts.Identifiers;

/// <summary>統一社會信用代碼: 18 characters of an alphabet without I, O, S, V and Z, the last one a check character (GB 32100-2015).</summary>
public static class CreditCodeRule
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    /// <summary>The first fault of a normalised code; null when it keeps the standard.</summary>
    /// <param name="code">As <see cref="IdentifierText.Normalise"/> gives it.</param>
    public static IdentifierFault? FaultIn(string code)
    {
        if (code.Length != Length)
        {
            return new IdentifierFault("CreditCodeLength", null, $"A unified social credit code has {Length} characters; this one has {code.Length}.");
        }

        for (var at = 0; at < Length; at++)
        {
            if (!Alphabet.Contains(code[at], StringComparison.Ordinal))
            {
                return new IdentifierFault("CreditCodeCharacter", at, $"Character {at + 1} of the credit code is '{code[at]}', which never occurs in one{Likely(code[at])}.");
            }
        }

        var expected = CheckCharacter(code);
        return code[^1] == expected
            ? null
            : new IdentifierFault("CreditCodeCheck", Length - 1, $"The check character (18th) of the credit code is '{code[^1]}'; for the 17 before it, it would be '{expected}'. A character is wrong or two are exchanged.");
    }

    private static string Likely(char wrong) => wrong switch
    {
        'O' => ": perhaps the digit 0 is meant",
        'I' => ": perhaps the digit 1 is meant",
        'Z' => ": perhaps the digit 2 is meant",
        'S' => ": perhaps the digit 5 is meant",
        'V' => ": perhaps the letter U or Y is meant",
        _ => "",
    };

    /// <summary>The character that the 17 before it ask for.</summary>
    public static char CheckCharacter(string code)
    {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < Length - 1; at++)
        {
            sum += Alphabet.IndexOf(code[at], StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }
}
