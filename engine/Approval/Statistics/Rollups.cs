using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// Narrow sums, one row a dimension and day and one a dimension and month, kept by a job and never by a step. A watermark of transaction ids says up to where
/// the facts are in; it moves in the same transaction, so that running twice, on two hosts or after a crash changes nothing.
/// </summary>
public sealed class Rollups(NpgsqlDataSource database)
{
    /// <summary>The facts are read once, for the days; months are sums of their days.</summary>
    private static readonly string Rows = $"""
        select @centre as centre_id, d.dim, p.grain, p.period, d.key, d.case_kind, d.limit_kind,
               {string.Join(", ", Measures.Kept.Select(measure => $"sum(d.{measure.Code})::bigint as {measure.Code}"))}, {Measures.KeptVersion} as rule_version
          from (select d.dim, f.period, d.key, f.case_kind, f.limit_kind, {FactSql.Sums}
                  from ({FactSql.Dated("xid >= @since and xid < @upto")}) f
                 cross join lateral (values ({Axis.Centre}::smallint, 0){string.Concat(Axis.All.Select(axis => $", ({axis.Dimension}, {axis.Column})"))}) d(dim, key)
                 group by d.dim, f.period, d.key, f.case_kind, f.limit_kind) d
         cross join lateral (values ({(short)Grain.Day}::smallint, d.period), ({(short)Grain.Month}, date_trunc('month', d.period)::date)) p(grain, period)
         group by d.dim, p.grain, p.period, d.key, d.case_kind, d.limit_kind
        """;

    /// <summary>What was accepted and not closed by the facts, beside the open cases themselves: in one statement, at one moment.</summary>
    private static readonly string Balance = $"""
        select {Axis.Unit.Dimension}::smallint, {(short)Grain.Day}::smallint, current_date, key, '{Measures.Open.Code}', coalesce(k.kept, 0)::bigint, coalesce(c.counted, 0)
          from (select key, sum(opened) as kept
                  from (select key, accepted - closed as opened from rollup where centre_id = @centre and dim = {Axis.Unit.Dimension} and grain = {(short)Grain.Month}
                        union all
                        select {Axis.Unit.Column}, {FactSql.Opened} from case_fact f where f.centre_id = @centre and f.xid >= @since) o
                 group by key) k
          full join (select unit_id as key, count(*) as counted from cases where centre_id = @centre and status < 7 and accepted_at is not null group by unit_id) c using (key)
         where coalesce(k.kept, 0) <> coalesce(c.counted, 0)
        """;

    private static readonly string RowColumns = $"centre_id, dim, grain, period, key, case_kind, limit_kind, {FactSql.SumColumns}, rule_version";

    /// <summary>Adds what was committed since the last time.</summary>
    /// <returns>Whether everything was built anew, because the rules or the server had changed.</returns>
    public async Task<bool> Refresh(int centreId, CancellationToken cancel)
    {
        await using var work = await Begin(centreId, cancel);
        if (work.MustBeginAnew)
        {
            await work.Run("delete from rollup where centre_id = @centre", cancel);
        }

        await work.Run($"""
            insert into rollup ({RowColumns}) {Rows}
            on conflict (centre_id, dim, grain, period, key, case_kind, limit_kind) do update
               set {string.Join(", ", Measures.Kept.Select(measure => $"{measure.Code} = rollup.{measure.Code} + excluded.{measure.Code}"))}
            """, cancel);
        await work.Commit(cancel);
        return work.MustBeginAnew;
    }

    /// <summary>Counts everything anew and compares; nothing changes.</summary>
    public async Task<IReadOnlyList<RollupDifference>> Check(int centreId, CancellationToken cancel)
    {
        await Refresh(centreId, cancel);
        await using var work = await Begin(centreId, cancel);
        return [.. await Compare(work, cancel), .. await CompareOpen(work, cancel)];
    }

    /// <summary>Counts everything anew, says what differed, and keeps the new sums. That facts and open cases do not fit is said too, and is not for rollups to mend.</summary>
    public async Task<IReadOnlyList<RollupDifference>> Rebuild(int centreId, CancellationToken cancel)
    {
        await Refresh(centreId, cancel);
        await using var work = await Begin(centreId, cancel);
        var differences = await Compare(work, cancel);
        if (differences.Count > 0)
        {
            await work.Run("delete from rollup where centre_id = @centre", cancel);
            await work.Run($"insert into rollup ({RowColumns}) select {RowColumns} from recounted", cancel);
        }

        differences = [.. differences, .. await CompareOpen(work, cancel)];
        await work.KeepMark(cancel);
        return differences;
    }

    private static async Task<IReadOnlyList<RollupDifference>> CompareOpen(RollupWork work, CancellationToken cancel)
    {
        await using var balance = work.Command(Balance, work.Since, work.Upto);
        return await balance.ListAsync(Difference, cancel);
    }

    private static async Task<IReadOnlyList<RollupDifference>> Compare(RollupWork work, CancellationToken cancel)
    {
        await work.Run($"create temporary table recounted on commit drop as {Rows}", cancel, since: 0, upto: work.Since);
        await using var command = work.Command($"""
            select dim, grain, period, key, v.code, v.kept, v.counted
              from (select * from rollup where centre_id = @centre) r
              full join recounted n using (dim, grain, period, key, case_kind, limit_kind)
             cross join lateral (values {string.Join(", ", Measures.Kept.Select(measure => $"('{measure.Code}', coalesce(r.{measure.Code}, 0), coalesce(n.{measure.Code}, 0))"))}) v(code, kept, counted)
             where v.kept <> v.counted
             order by dim, grain, period, key, v.code
            """, 0, 0);
        return await command.ListAsync(Difference, cancel);
    }

    private static RollupDifference Difference(NpgsqlDataReader reader)
    {
        var dimension = reader.GetInt16(0);
        return new(
            Axis.All.FirstOrDefault(axis => axis.Dimension == dimension)?.Name ?? "centre",
            (Grain)reader.GetInt16(1), reader.GetFieldValue<DateOnly>(2), reader.GetInt32(3), reader.GetString(4), reader.GetInt64(5), reader.GetInt64(6));
    }

    private Task<RollupWork> Begin(int centreId, CancellationToken cancel) => RollupWork.Begin(database, centreId, cancel);
}
