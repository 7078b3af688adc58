using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Calendars;
using Npgsql;

namespace ApprovalEngine.Approval.Demo;

/// <summary>
/// Fills a plausible month of a centre through the engine itself, at historical instants. The same seed and month give the same cases;
/// what is there already is left alone, so that running it again changes nothing.
/// </summary>
public sealed class DemoCentre(
    NpgsqlDataSource database, OrgDirectory directory, CalendarStore calendars, ItemStore items, CaseIntake intake, CaseWriter writer, Applicants applicants, Rollups rollups, TimeProvider clock)
{
    private const int ApplicantPool = 400;
    private const int ReportEvery = 25;

    /// <summary>Fills the month.</summary>
    /// <param name="options">What.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancel">Stops between two cases; what was added stays and is not added again.</param>
    /// <exception cref="RuleBrokenException">The month, or the centre, cannot be filled.</exception>
    public async Task<DemoResult> Fill(DemoOptions options, IProgress<DemoProgress>? progress, CancellationToken cancel)
    {
        var centreId = await CentreId(options, cancel);
        var calendar = await calendars.Of(centreId, cancel);
        var catalogue = (await items.All(centreId, cancel)).Where(item => item.State == ItemState.InForce).OrderBy(item => item.Code, StringComparer.Ordinal).ToList();
        var month = options.Month ?? DemoMonth.Latest(calendar, catalogue, clock.GetUtcNow());
        RequireInside(month, calendar);
        var kinds = await Kinds(centreId, catalogue, month, calendar, cancel);
        var plan = new DemoPlan(calendar, [.. kinds.Values.Select(kind => (kind.World.Item, kind.Share))]).Of(month, options.Seed, options.Cases);
        var known = await Known(centreId, Prefix(options.Seed, month), cancel);
        var pool = await Pool(centreId, options.Seed, plan.Count > known.Count, calendar, cancel);

        var report = new DemoReport(month, plan.Count);
        foreach (var application in plan)
        {
            var externalNo = $"{Prefix(options.Seed, month)}{application.No:D6}";
            if (!known.Contains(externalNo))
            {
                report.Add(await Add(application, externalNo, kinds[application.Item.Code], pool, options.Seed, month, cancel));
            }

            if (++report.Done % ReportEvery == 0 || report.Done == plan.Count)
            {
                progress?.Report(new DemoProgress(report.Done, plan.Count));
            }
        }

        await rollups.Refresh(centreId, cancel);
        return report.Result;
    }

    private async Task<CaseSession> Add(DemoApplication application, string externalNo, DemoKind kind, IReadOnlyList<DemoPerson> pool, int seed, DateOnly month, CancellationToken cancel)
    {
        var random = DemoPlan.RandomOf(seed, application.No);
        var applicant = kind.Applicant(pool, random);
        var begun = kind.Case(application.ReceivedAt, applicant, application.IsAtWindow, externalNo, random);
        var session = await intake.BeginAsync(begun, cancel);
        var received = CaseReceipt.Of(session, [.. kind.RequiredMaterials.Select(code => new SuppliedMaterial(code))]);
        var habits = new DemoHabits(application, kind.Rounds, random);
        var calendar = kind.World.Calendar;
        var until = calendar.ClosesAt(month.AddMonths(1).AddDays(-1));
        new DemoDrive(session, application, habits, new WorkingTime(calendar), random).Run(received, until);
        await writer.SaveNewAsync(session, null, cancel);
        return session;
    }

    private async Task<Dictionary<string, DemoKind>> Kinds(int centreId, IEnumerable<ItemEntry> catalogue, DateOnly month, WorkingCalendar calendar, CancellationToken cancel)
    {
        var kinds = new Dictionary<string, DemoKind>();
        var units = await directory.Of(centreId, cancel);
        foreach (var item in catalogue)
        {
            var content = await items.Content(centreId, item.ItemId, item.Version, cancel);
            var (world, flowVersion) = await intake.WorldAsync(centreId, item.Code, cancel);
            kinds[item.Code] = DemoKind.Of(world, flowVersion, content, new DemoForm(units, month), calendar.OpensAt(calendar.Add(month, 1)));
        }

        return kinds;
    }

    private async Task<IReadOnlyList<DemoPerson>> Pool(int centreId, int seed, bool isNeeded, WorkingCalendar calendar, CancellationToken cancel)
    {
        var pool = new List<DemoPerson>();
        var random = DemoPlan.RandomOf(seed, 0);
        var today = calendar.LocalDate(clock.GetUtcNow());
        var root = (await directory.Of(centreId, cancel)).Root;
        for (var no = 0; isNeeded && no < ApplicantPool; no++)
        {
            var applicant = DemoApplicant.Make(random, isOrganisation: no % 2 == 0);
            pool.Add(new DemoPerson(applicant, await applicants.FindOrAdd(Access.System(centreId), applicant, root, today, cancel: cancel)));
        }

        return pool;
    }

    private async Task<HashSet<string>> Known(int centreId, string prefix, CancellationToken cancel)
    {
        // Unique index (centre_id, external_no).
        await using var command = database.CreateCommand("select external_no from cases where centre_id = $1 and external_no >= $2 and external_no < $2 || '~'");
        command.Parameters.Add(new() { Value = centreId });
        command.Parameters.Add(new() { Value = prefix });
        return [.. await command.ListAsync(reader => reader.GetString(0), cancel)];
    }

    private async Task<int> CentreId(DemoOptions options, CancellationToken cancel)
    {
        if (options.Centre is { } code)
        {
            return await directory.CentreId(code, cancel);
        }

        await using var command = database.CreateCommand("select min(centre_id) from centre having count(*) = 1");
        return await command.ExecuteScalarAsync(cancel) is int only ? only : throw new RuleBrokenException("CentreMissing", "Name the centre: there is none, or more than one.", "centre");
    }

    private static void RequireInside(DateOnly month, WorkingCalendar calendar)
    {
        try
        {
            calendar.IsWorkingDay(month);
        }
        catch (ClockException missing)
        {
            throw new RuleBrokenException(missing.Code, missing.Message, "month");
        }
    }

    private static string Prefix(int seed, DateOnly month) => $"demo/{month:yyyy-MM}/{seed}/";
}
