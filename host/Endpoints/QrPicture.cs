using QRCoder;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>QR codes as SVG pictures.</summary>
internal static class QrPicture
{
    private const int PixelsAModule = 4;

    public static string Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(code).GetGraphic(PixelsAModule);
    }
}
