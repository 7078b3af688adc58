using System.Buffers.Text;
using System.Text;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Where the next page of a list begins: the key of the last row shown, opaque to clients.</summary>
internal static class Cursor
{
    /// <summary>The largest page, that of an export; a screen's are held to 200 rows by the host.</summary>
    public const int MaxTake = 5_000;

    private const char Separator = '|';

    public static string Write(params ReadOnlySpan<string> parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts.ToArray().Select(Uri.EscapeDataString))));

    /// <exception cref="RuleBrokenException">It is not one of ours.</exception>
    public static string[] Read(string cursor, int parts)
    {
        try
        {
            var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
            return read.Length == parts ? [.. read.Select(Uri.UnescapeDataString)] : throw Invalid();
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    /// <summary>A place in a list along the cases.</summary>
    public static string OfCase(Guid caseId) => Write(caseId.ToString());

    /// <summary>The case after which a page of a list along the cases begins; null for the first page.</summary>
    /// <exception cref="RuleBrokenException">It is not one of ours.</exception>
    public static Guid? CaseOf(string? cursor) => cursor is null ? null : Guid.TryParse(Read(cursor, 1)[0], out var caseId) ? caseId : throw Invalid();

    public static RuleBrokenException Invalid() => new("CursorInvalid", "This is not a place in the list; begin again without it.", "after");

    public static int Take(int asked) => Math.Clamp(asked, 1, MaxTake);
}
