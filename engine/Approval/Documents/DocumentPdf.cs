using System.Globalization;
using ApprovalEngine.Approval.Public;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Sets an issued document on sheets of A4: title, number, text, date with seal, and what it is checked by. Its words are those of the flow's template, Simplified Chinese.</summary>
internal sealed class DocumentPdf : IDisposable
{
    // Points (1/72 inch) on A4.
    private const double Width = 595;
    private const double Height = 842;
    private const double Margin = 72;
    private const double Line = 28;
    private const double Foot = 190;
    private const double CodeSize = 84;

    private readonly PdfDocument pdf = new();
    private readonly DocumentSheet sheet;
    private readonly DocumentLetters letters;
    private XGraphics page;
    private double y = Margin;

    private DocumentPdf(DocumentSheet sheet, IReadOnlyList<string> fonts)
    {
        (this.sheet, letters) = (sheet, new DocumentLetters(fonts));
        pdf.Info.Title = $"{sheet.Title} {sheet.Number}";
        pdf.Info.Author = sheet.Issuer;
        pdf.Language = "zh-Hans";
        page = NewPage();
    }

    /// <summary>The file.</summary>
    /// <param name="sheet">What stands on it.</param>
    /// <param name="fonts">TrueType files, the one with Chinese characters first.</param>
    public static byte[] Of(DocumentSheet sheet, IReadOnlyList<string> fonts)
    {
        FontFiles.Use();
        using var document = new DocumentPdf(sheet, fonts);
        document.Head();
        document.Body();
        document.End();
        using var file = new MemoryStream();
        document.page.Dispose();
        document.pdf.Save(file);
        return file.ToArray();
    }

    public void Dispose()
    {
        page.Dispose();
        pdf.Dispose();
    }

    private XGraphics NewPage()
    {
        var sheetOfPaper = pdf.AddPage();
        (sheetOfPaper.Width, sheetOfPaper.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        return XGraphics.FromPdfPage(sheetOfPaper);
    }

    private void Head()
    {
        Middle(sheet.Issuer, 16, 36);
        foreach (var line in Lines(sheet.Title, 24, isBold: true))
        {
            Middle(line, 24, 42, isBold: true);
        }

        Middle($"编号：{sheet.Number}", 12, 48);
    }

    private void Body()
    {
        foreach (var line in Lines(sheet.Text, 15))
        {
            if (y > Height - Margin - Line)
            {
                Turn();
            }

            letters.Draw(page, line, 15, XBrushes.Black, Margin, y + 15);
            y += Line;
        }
    }

    /// <summary>Date, seal and code stand together at the foot of the last page.</summary>
    private void End()
    {
        if (y > Height - Foot - Margin)
        {
            Turn();
        }

        var top = Height - Margin - Foot;
        var right = Width - Margin - 70;
        letters.Centre(page, sheet.Unit, 14, XBrushes.Black, right, top + 45);
        letters.Centre(page, sheet.IssuedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture), 14, XBrushes.Black, right, top + 71);
        DocumentSeal.Draw(page, letters, new XPoint(right, top + 50), sheet.Issuer);
        DocumentCode.Draw(page, sheet.Verification.AbsoluteUri, Margin, top + Foot - CodeSize, CodeSize);
        var left = Margin + CodeSize + 14;
        letters.Draw(page, $"查验码：{CodeText.Grouped(sheet.Code)}", 11, XBrushes.Black, left, top + Foot - 46);
        letters.Draw(page, $"扫码或登录 {sheet.Verification.GetLeftPart(UriPartial.Path)} 查验真伪", 9, XBrushes.Black, left, top + Foot - 28);
    }

    private IEnumerable<string> Lines(string text, double size, bool isBold = false) => DocumentLines.Of(text, Width - (2 * Margin), line => letters.Width(page, line, size, isBold));

    private void Middle(string line, double size, double height, bool isBold = false)
    {
        letters.Centre(page, line, size, XBrushes.Black, Width / 2, y + (height / 2) + (size / 3), isBold);
        y += height;
    }

    private void Turn()
    {
        page.Dispose();
        page = NewPage();
        y = Margin;
    }
}
