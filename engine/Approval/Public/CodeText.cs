using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Approval.Public;

/// <summary>Codes that people read from paper and type: query codes of cases, verification codes of documents.</summary>
public static class CodeText
{
    /// <summary>Digits and letters without those that look alike (I, L, O, U).</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The longest number or code that is looked up; whatever is longer is none.</summary>
    public const int Longest = 120;

    /// <summary>A code as it is compared: without blanks and hyphens, narrow, in capitals, with what was misread put right.</summary>
    public static string Normalise(string? text) => string.Concat(
        IdentifierText.Normalise(Short(text)).Where(letter => !IsDash(letter)).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter }));

    /// <summary>A number of a case or document as it is kept: without blanks, narrow, in capitals, with plain hyphens.</summary>
    public static string NormaliseNumber(string? text) => string.Concat(IdentifierText.Normalise(Short(text)).Select(letter => IsDash(letter) ? '-' : letter));

    /// <summary>A code in groups of four, as it is printed.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(group => new string(group)));

    private static string Short(string? text) => text is { Length: <= Longest } ? text : "";

    private static bool IsDash(char letter) => letter is '-' or '‐' or '‑' or '–' or '—' or '−' or '_';
}
