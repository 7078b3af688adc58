using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>統一社會信用代碼: 18 characters of an alphabet without I, O, S, V and Z, the last one a check character (GB 32100-2015).</summary>
public static class UnifiedSocialCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int Length = 18;

    /// <summary>Normalises and checks.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="where">The field it came from.</param>
    /// <returns>The code as it is kept.</returns>
    /// <exception cref="RuleBrokenException">It breaks the standard; the message says which character and why.</exception>
    public static string Check(string text, string where = "number")
    {
        var code = IdentifierText.Normalise(text);
        if (code.Length != Length)
        {
            throw new RuleBrokenException("CreditCodeLength", $"A unified social credit code has {Length} characters; this one has {code.Length}.", where);
        }

        for (var at = 0; at < Length; at++)
        {
            if (!Alphabet.Contains(code[at], StringComparison.Ordinal))
            {
                throw new RuleBrokenException("CreditCodeCharacter", $"Character {at + 1} of the credit code is '{code[at]}', which never occurs in one{Likely(code[at])}.", where);
            }
        }

        var expected = CheckCharacter(code);
        return code[^1] == expected
            ? code
            : throw new RuleBrokenException("CreditCodeCheck", $"The check character (18th) of the credit code is '{code[^1]}'; for the 17 before it, it would be '{expected}'. A character is wrong or two are exchanged.", where);
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

    internal static char CheckCharacter(string code)
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
