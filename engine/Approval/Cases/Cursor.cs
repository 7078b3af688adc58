using System.Buffers.Text;
using System.Text;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Where the next page of a list begins: the key of the last row shown, opaque to clients.</summary>
internal static class Cursor
{
    /// <summary>The largest page.</summary>
    public const int MaxTake = 200;

    private const char Separator = '|';

    public static string Write(params ReadOnlySpan<string> parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts)));

    /// <exception cref="RuleBrokenException">It is not one of ours.</exception>
    public static string[] Read(string cursor, int parts)
    {
        try
        {
            var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
            return read.Length == parts ? read : throw Invalid();
        }
        catch (FormatException)
        {
            throw Invalid();
        }
    }

    public static RuleBrokenException Invalid() => new("CursorInvalid", "This is not a place in the list; begin again without it.", "after");

    public static int Take(int asked) => Math.Clamp(asked, 1, MaxTake);
}
