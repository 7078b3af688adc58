using System.Globalization;
using ApprovalEngine.Approval.Audit;
using Spectre.Console;

namespace ApprovalEngine.Host.Commands.Audit;

/// <summary>A seal as it is printed on reports.</summary>
internal static class SealText
{
    public static string Line(Seal seal) => string.Create(
        CultureInfo.InvariantCulture, $"seal {seal.No} of {seal.At:yyyy-MM-ddTHH:mm:ssZ} over {seal.Rows} rows and {seal.Events} events: {seal.Print}");

    /// <summary>Whether a seal can have this number; 0 stands for before the first.</summary>
    public static ValidationResult IsNumber(int no) => no >= 0 ? ValidationResult.Success() : ValidationResult.Error("--since-seal: the numbers of seals begin with 1.");

    public static object View(Seal seal) => new { seal.No, seal.At, seal.Rows, seal.Events, Hash = seal.Print };
}
