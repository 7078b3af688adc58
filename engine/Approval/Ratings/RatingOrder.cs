using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>An order of the list of ratings, as it stands in SQL over rows <c>r</c>.</summary>
/// <param name="After">Which rows come after the last one shown: $7 when it was given, $8 its case, $9 its grade.</param>
/// <param name="By">The order itself.</param>
internal sealed record RatingOrder(string After, string By)
{
    // Index (centre, given, unit), forwards or backwards.
    private static readonly RatingOrder Newest = new("(r.given_at, r.case_id) < ($7, $8)", "order by r.given_at desc, r.case_id desc");

    private static readonly RatingOrder Oldest = new("(r.given_at, r.case_id) > ($7, $8)", "order by r.given_at, r.case_id");

    // A long period along ix_rating_grade; a short one is found by its days and put in order.
    private static readonly RatingOrder Best = new("(r.grade, r.given_at, r.case_id) < ($9, $7, $8)", "order by r.grade desc, r.given_at desc, r.case_id desc");

    // The two directions do not fit one comparison; the first condition is the one that the index knows.
    private static readonly RatingOrder Worst = new(
        "r.grade >= $9 and (r.grade > $9 or (r.given_at, r.case_id) < ($7, $8))", "order by r.grade, r.given_at desc, r.case_id desc");

    /// <summary>The order that is asked for.</summary>
    public static RatingOrder Of(RatingSort? sort) => sort switch { RatingSort.Oldest => Oldest, RatingSort.Best => Best, RatingSort.Worst => Worst, _ => Newest };
}
