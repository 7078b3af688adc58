using System.Globalization;

namespace ApprovalEngine.Approval.Audit;

/// <summary>A stretch of a centre's cases, whose trails are read in one go.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="After">The cases after this one.</param>
/// <param name="UpTo">Up to this one, inclusive; null to the end.</param>
/// <param name="SinceNo">Only rows of this transaction number or a later one; 0 for all.</param>
/// <param name="Heads">Where the cases of the stretch stand.</param>
internal sealed record TrailRange(int CentreId, Guid After, Guid? UpTo, long SinceNo, CaseHeads Heads)
{
    // Values are our own numbers and ids: COPY takes no parameters. Primary key; of the newest rows only, the block-range index.
    private string Where => string.Create(CultureInfo.InvariantCulture, $"centre_id = {CentreId} and case_id > '{After}'{End}{Since}");

    private string End => UpTo is { } last ? $" and case_id <= '{last}'" : "";

    private string Since => SinceNo > 0 ? string.Create(CultureInfo.InvariantCulture, $" and transaction_no >= {SinceNo}") : "";

    /// <summary>The trail's rows, by case and row.</summary>
    public string Rows => $"""
        copy (select case_id, seq, at, actor, act, payload, prev_hash, hash, transaction_no from audit where {Where} order by centre_id, case_id, seq)
        to stdout (format binary)
        """;
}
