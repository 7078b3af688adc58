using PdfSharp.Drawing;

namespace ApprovalEngine.Approval.Documents;

/// <summary>The round red seal: the centre's name along the upper arc, a five-pointed star, and what the seal is for below it.</summary>
internal static class DocumentSeal
{
    private const string Purpose = "审批专用章";

    /// <summary>Points; 42 mm across, the usual size.</summary>
    private const double Radius = 59.5;

    private const double Name = 11.5;
    private const double Below = 9;
    private const double Star = 17;

    /// <summary>Degrees that the name takes at most, and from one character to the next.</summary>
    private const double WidestArc = 250;

    private const double Step = 24;

    private static readonly XColor Red = XColor.FromArgb(215, 200, 20, 28);

    /// <summary>Draws it around a centre.</summary>
    public static void Draw(XGraphics sheet, DocumentLetters letters, XPoint centre, string name)
    {
        var brush = new XSolidBrush(Red);
        sheet.DrawEllipse(new XPen(Red, 2.2), centre.X - Radius, centre.Y - Radius, 2 * Radius, 2 * Radius);
        sheet.DrawPolygon(brush, StarAround(centre), XFillMode.Winding);
        letters.Centre(sheet, Purpose, Below, brush, centre.X, centre.Y + (Radius * 0.66), isBold: true);
        var step = Math.Min(Step, WidestArc / Math.Max(1, name.Length - 1));
        for (var i = 0; i < name.Length; i++)
        {
            var kept = sheet.Save();
            sheet.RotateAtTransform((i - ((name.Length - 1) / 2.0)) * step, centre);
            letters.Centre(sheet, name[i].ToString(), Name, brush, centre.X, centre.Y - Radius + (Name * 1.35), isBold: true);
            sheet.Restore(kept);
        }
    }

    private static XPoint[] StarAround(XPoint centre) =>
    [
        .. Enumerable.Range(0, 10).Select(corner =>
        {
            var (angle, length) = ((corner * Math.PI / 5) - (Math.PI / 2), corner % 2 == 0 ? Star : Star * 0.382);
            return new XPoint(centre.X + (length * Math.Cos(angle)), centre.Y + (length * Math.Sin(angle)));
        }),
    ];
}
