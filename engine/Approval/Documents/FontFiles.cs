using PdfSharp.Fonts;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Gives PDFsharp, which knows one resolver for the whole process, fonts by the path of their file. There is one weight: bold is drawn by a stroke.</summary>
internal sealed class FontFiles : IFontResolver
{
    private static readonly Lock Gate = new();

    /// <summary>Puts it in place, once.</summary>
    public static void Use()
    {
        lock (Gate)
        {
            GlobalFontSettings.FontResolver ??= new FontFiles();
        }
    }

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName, isBold, mustSimulateItalic: false);

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(faceName);
}
