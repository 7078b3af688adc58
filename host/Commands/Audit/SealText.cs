using System.Globalization;
using ApprovalEngine.Approval.Audit;

namespace ApprovalEngine.Host.Commands.Audit;

/// <summary>A seal as it is printed on reports.</summary>
internal static class SealText
{
    public static string Line(Seal seal) => string.Create(
        CultureInfo.InvariantCulture, $"seal {seal.No} of {seal.At:yyyy-MM-ddTHH:mm:ssZ} over {seal.Rows} rows and {seal.Events} events: {seal.Print}");

    public static object View(Seal seal) => new { seal.No, seal.At, seal.Rows, seal.Events, Hash = seal.Print };
}
