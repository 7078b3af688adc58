using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>A place in the cases behind a figure. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="CaseId">The last case shown.</param>
/// <param name="Key">Its key in the order.</param>
internal sealed record FigureCaseCursor(FigureCaseSort Sort, Guid CaseId, decimal Key)
{
    public string Write() => Cursor.Write(Sort.ToString(), CaseId.ToString(), Key.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads a place; null without one.</summary>
    public static FigureCaseCursor? Read(FigureCaseSort? sort, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var parts = Cursor.Read(cursor, 3);
        return parts[0] == (sort ?? FigureCaseSort.Oldest).ToString() && Guid.TryParse(parts[1], out var caseId)
            && decimal.TryParse(parts[2], NumberStyles.Number, CultureInfo.InvariantCulture, out var key)
            ? new(sort ?? FigureCaseSort.Oldest, caseId, key)
            : throw Cursor.Invalid();
    }
}
