using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Identifiers;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>統一社會信用代碼, checked where it is kept.</summary>
public static class UnifiedSocialCreditCode
{
    /// <summary>Normalises and checks.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="where">The field it came from.</param>
    /// <returns>The code as it is kept.</returns>
    /// <exception cref="RuleBrokenException">It breaks the standard; the message says which character and why.</exception>
    public static string Check(string text, string where = "number")
    {
        var code = IdentifierText.Normalise(text);
        return CreditCodeRule.FaultIn(code) is { } fault ? throw new RuleBrokenException(fault.Code, fault.Message, where) : code;
    }
}
