using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Workflow.Calendars;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApprovalEngine.Crash;

/// <summary>Counts every case anew: its trail is replayed from the first row, and its clocks are read from what comes out.</summary>
internal static class Recount
{
    /// <summary>Sentences on cases whose state or clocks are not what their trail leads to.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddLogging().AddApproval(connectionString).BuildServiceProvider();
        var history = services.GetRequiredService<CaseHistory>();
        var calendar = await services.GetRequiredService<CalendarStore>().Of(1);
        var findings = new List<string>();
        foreach (var caseId in await CasesAsync(services.GetRequiredService<NpgsqlDataSource>()))
        {
            try
            {
                var replayed = await history.ReplayAsync(1, caseId, CancellationToken.None);
                findings.AddRange(Clocks(replayed.Case, calendar));
            }
            catch (JournalException differs)
            {
                findings.Add($"replayed: {caseId}: {differs.Message}");
            }
        }

        return findings;
    }

    private static IEnumerable<string> Clocks(CaseRecord row, WorkingCalendar calendar)
    {
        if (row.State.Clock is not { } clock)
        {
            yield break;
        }

        var at = row.ClosedAt ?? row.UpdatedAt;
        var (promised, legal) = (Deadlines.Read(clock.Promised, calendar, at), Deadlines.Read(clock.Legal, calendar, at));
        var kept = (row.AcceptedAt, row.DueAt, row.NoticeAt, row.LegalDueAt, row.ClosedAt is null ? null : row.UsedDays);
        var counted = ((DateTimeOffset?)clock.AcceptedAt, promised.DueAt, promised.NoticeAt, legal.DueAt, row.ClosedAt is null ? null : (int?)promised.UsedDays);
        if (kept != counted)
        {
            yield return $"clocks of {row.CaseNo}: the row says {kept}, its ledger {counted}";
        }
    }

    private static async Task<List<Guid>> CasesAsync(NpgsqlDataSource database)
    {
        await using var find = database.CreateCommand("select case_id from cases order by case_id");
        await using var reader = await find.ExecuteReaderAsync();
        var cases = new List<Guid>();
        while (await reader.ReadAsync())
        {
            cases.Add(reader.GetGuid(0));
        }

        return cases;
    }
}
