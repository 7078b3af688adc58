using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OtpNet;

namespace ApprovalEngine.Approval.Keys;

/// <summary>
/// A key as its program holds it, <c>approval_CODE_SECRET</c>: the word in front lets scanners of repositories find one that was committed,
/// the code (40 random bits) tells keys apart and opens nothing, the secret (256 random bits) is kept as a plain hash, for nobody guesses it.
/// </summary>
/// <param name="Code">What may be listed and logged.</param>
/// <param name="Secret">What may not.</param>
internal sealed record KeyText(string Code, string Secret)
{
    private const char Separator = '_';
    private const int CodeBytes = 5;
    private const int SecretBytes = 32;

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Secret));

    /// <summary>A new one.</summary>
    public static KeyText New() => new(
        Base32Encoding.ToString(RandomNumberGenerator.GetBytes(CodeBytes)).ToLowerInvariant(), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Reads what a program sent; null for what is no key.</summary>
    public static KeyText? Read(string text) =>
        text.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal) && text[ApiKeys.Prefix.Length..].Split(Separator, 2) is [var code, var secret] ? new(code, secret) : null;

    /// <summary>The whole, to be shown once.</summary>
    public string Show() => $"{ApiKeys.Prefix}{Code}{Separator}{Secret}";

    private bool PrintMembers(StringBuilder text) => text.Append(Code).Length > 0;
}
