using System.Globalization;

namespace ApprovalEngine.Approval.Audit;

/// <summary>A stretch of a centre's cases, whose trails are read in one go.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="After">The cases after this one.</param>
/// <param name="UpTo">Up to this one, inclusive; null to the end.</param>
/// <param name="SinceNo">Only rows of this transaction number or a later one; 0 for all.</param>
internal readonly record struct TrailRange(int CentreId, Guid After, Guid? UpTo, long SinceNo)
{
    // Values are our own numbers and ids: COPY takes no parameters. Both use the primary keys; of the newest rows only, the block-range index.
    private string Within => string.Create(
        CultureInfo.InvariantCulture, $"centre_id = {CentreId} and case_id > '{After}'{(UpTo is { } last ? $" and case_id <= '{last}'" : "")}");

    private string Since => string.Create(CultureInfo.InvariantCulture, $"{Within}{(SinceNo > 0 ? $" and transaction_no >= {SinceNo}" : "")}");

    /// <summary>The trail's rows, by case and row.</summary>
    public string Rows => $"""
        copy (select case_id, seq, at, actor, act, payload, prev_hash, hash, transaction_no from audit where {Since} order by centre_id, case_id, seq)
        to stdout (format binary)
        """;

    /// <summary>The cases that they belong to.</summary>
    public string Cases => $"""
        copy (select case_id, version, head_hash, case_no from cases where {Within}{(SinceNo > 0 ? $" and case_id in (select case_id from audit where {Since})" : "")} order by centre_id, case_id)
        to stdout (format binary)
        """;
}
