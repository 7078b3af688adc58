using System.Globalization;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>Where months stand in a chart, in its pixels.</summary>
internal static class MonthAxis
{
    /// <summary>Place of the scale.</summary>
    public const int Left = 56;

    /// <summary>From one month to the next.</summary>
    public const int Step = 72;

    /// <summary>Place over the scale's last line.</summary>
    public const int Top = 12;

    /// <summary>From the first line of the scale to the last.</summary>
    public const int Height = 180;

    /// <summary>Place under the scale, for the names of the months.</summary>
    public const int Below = 32;

    /// <summary>Width of a chart of so many months.</summary>
    public static int Wide(int months) => Left + (months * Step);

    /// <summary>A number as SVG has it.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
