using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Public;

/// <summary>
/// What an applicant proves by that a case is theirs, printed on the receipt. It follows from the centre's secret and the case, so that no
/// case has to keep one and those received before have theirs too.
/// </summary>
public static class QueryCode
{
    /// <summary>Eight of 32 characters: 40 bits, and tries are few (host/Pages/Public/PublicTries).</summary>
    private const int Length = 8;

    /// <summary>The code of a case.</summary>
    /// <param name="secret">The centre's secret.</param>
    /// <param name="caseId">The case.</param>
    public static string Of(byte[] secret, Guid caseId) => string.Concat(
        HMACSHA256.HashData(secret, caseId.ToByteArray(bigEndian: true)).Take(Length).Select(value => CodeText.Alphabet[value % CodeText.Alphabet.Length]));
}
