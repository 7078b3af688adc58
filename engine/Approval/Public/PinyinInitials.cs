using System.Globalization;

namespace ApprovalEngine.Approval.Public;

/// <summary>First letters of the pinyin of each character, found by the collation of Chinese, which is that of pinyin (the office does the same in office.js).</summary>
public static class PinyinInitials
{
    /// <summary>No syllable begins with I, U or V.</summary>
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";

    /// <summary>The first character in that order for each letter.</summary>
    private const string Firsts = "阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀";

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>The initials of a text; what is not Chinese stays as it is, in capitals.</summary>
    public static string Of(string text) => string.Concat(text.Select(Initial));

    private static char Initial(char character)
    {
        if (character is not ((>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF')))
        {
            return char.ToUpperInvariant(character);
        }

        var at = Firsts.Length - 1;
        while (at > 0 && Order.Compare(Firsts[at].ToString(), character.ToString()) > 0)
        {
            at--;
        }

        return Letters[at];
    }
}
