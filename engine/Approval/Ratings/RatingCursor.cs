using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>A place in the list of ratings. It names the order, so that one of another is refused.</summary>
/// <param name="Sort">The order.</param>
/// <param name="At">When the last rating shown was given.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Grade">Its grade.</param>
internal sealed record RatingCursor(RatingSort Sort, DateTimeOffset At, Guid CaseId, Grade Grade)
{
    /// <summary>The place behind a row.</summary>
    public static string Behind(RatingSort? sort, RatingListed last) =>
        Cursor.Write(Name(sort), last.GivenAt.ToString("O", CultureInfo.InvariantCulture), last.CaseId.ToString(), last.Grade);

    /// <summary>Reads a place; null without one.</summary>
    public static RatingCursor? Read(RatingSort? sort, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var parts = Cursor.Read(cursor, 4);
        return parts[0] == Name(sort)
            && DateTimeOffset.TryParseExact(parts[1], "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            && Guid.TryParse(parts[2], out var caseId) && Enum.TryParse<Grade>(parts[3], out var grade)
            ? new(sort ?? RatingSort.Newest, at, caseId, grade)
            : throw Cursor.Invalid();
    }

    private static string Name(RatingSort? sort) => (sort ?? RatingSort.Newest).ToString();
}
