using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Texts as the database takes them: half a character, as an expression makes that cuts a name in two, becomes U+FFFD.</summary>
internal static class WellFormed
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text) => text is null || text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
