using PdfSharp.Drawing;
using QRCoder;

namespace ApprovalEngine.Approval.Documents;

/// <summary>A QR code drawn as squares, sharp at any size.</summary>
internal static class DocumentCode
{
    public static void Draw(XGraphics sheet, string text, double left, double top, double size)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var square = size / code.ModuleMatrix.Count;
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column])
                {
                    // A hair wider than a square, so that no viewer shows seams.
                    sheet.DrawRectangle(XBrushes.Black, left + (column * square), top + (row * square), square + 0.05, square + 0.05);
                }
            }
        }
    }
}
