using PdfSharp.Drawing;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Sets text in several fonts, each character in the first that has it.</summary>
/// <param name="files">TrueType files, the one with Chinese characters first.</param>
internal sealed class DocumentLetters(IReadOnlyList<string> files)
{
    private const int FullWidthOffset = 0xFEE0;

    private readonly IReadOnlyList<FontCoverage> fonts = [.. files.Select(FontCoverage.Of)];

    /// <summary>Points that a text takes.</summary>
    public double Width(XGraphics page, string text, double size, bool isBold = false) => Runs(text).Sum(run => page.MeasureString(run.Text, Font(run.File, size, isBold)).Width);

    /// <summary>Draws a text from a place on its base line.</summary>
    public void Draw(XGraphics page, string text, double size, XBrush brush, double left, double baseLine, bool isBold = false)
    {
        foreach (var (file, part) in Runs(text))
        {
            var font = Font(file, size, isBold);
            page.DrawString(part, font, brush, new XPoint(left, baseLine));
            left += page.MeasureString(part, font).Width;
        }
    }

    /// <summary>Draws a text around a place on its base line.</summary>
    public void Centre(XGraphics page, string text, double size, XBrush brush, double middle, double baseLine, bool isBold = false) =>
        Draw(page, text, size, brush, middle - (Width(page, text, size, isBold) / 2), baseLine, isBold);

    /// <summary>The text cut into pieces of one font each.</summary>
    internal IEnumerable<(string File, string Text)> Runs(string text)
    {
        var (file, run) = ("", "");
        foreach (var character in text)
        {
            var (needed, shown) = Place(character);
            if (needed != file && run.Length > 0)
            {
                yield return (file, run);
                run = "";
            }

            (file, run) = (needed, run + shown);
        }

        if (run.Length > 0)
        {
            yield return (file, run);
        }
    }

    /// <summary>Where no font has a letter its full-width form stands for it, and the Chinese middle dot for the Latin one in names.</summary>
    private (string File, char Shown) Place(char character)
    {
        foreach (var shown in new[] { character, Wide(character) })
        {
            if (fonts.FirstOrDefault(font => font.Has(shown)) is { } font)
            {
                return (font.File, shown);
            }
        }

        return (fonts[0].File, character);
    }

    private static char Wide(char character) => character switch { '·' => '・', > ' ' and < (char)127 => (char)(character + FullWidthOffset), ' ' => '　', _ => character };

    private static XFont Font(string file, double size, bool isBold) => new(file, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
}
