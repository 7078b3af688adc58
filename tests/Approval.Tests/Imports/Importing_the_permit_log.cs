using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Caseload;
using Npgsql;

namespace Approval.Tests.Imports;

/// <summary>The 1,434 real cases, replayed once for all tests of the class.</summary>
public sealed class ImportedPermitLog(PostgresServer server) : IAsyncLifetime
{
    public TestServices Services { get; private set; } = null!;

    public CaseloadReport Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Services = TestServices.Build(await server.NewCentre());
        Report = await Import();
    }

    public async Task<CaseloadReport> Import()
    {
        await using var log = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "caseloads", "permit-receipt-log.csv.gz"));
        return await Services.Get<CaseloadImport>().RunAsync(new CaseloadRequest(1, "permit-receipt-log.csv.gz", log, null, null), null, CancellationToken.None);
    }

    public async Task<List<T>> Query<T>(string sql)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }

        return values;
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}

public sealed class Importing_the_permit_log(ImportedPermitLog log) : IClassFixture<ImportedPermitLog>
{
    private const string Closed = "from case_fact f join cases c using (centre_id, case_id) where f.kind = 2";

    [Fact]
    public async Task brings_every_case_and_event_in()
    {
        (log.Report.Cases, log.Report.Imported, log.Report.Events).Should().Be((1434, 1434, 8577));
        log.Report.LeftOut.Should().BeEmpty();
        (await log.Query<long>("select count(*) from cases")).Should().Equal(1434);
    }

    [Fact]
    public async Task gives_the_known_figures()
    {
        (await log.Query<long>($"select count(*) {Closed}")).Should().Equal(1329);
        (await log.Query<long>($"select count(*) {Closed} and f.on_time")).Should().Equal(952);
        (await log.Query<long>($"select count(*) {Closed} and not f.on_time")).Should().Equal(377);
        (await log.Query<long>("select count(*) from cases where closed_at is null")).Should().Equal(105);
    }

    [Fact]
    public async Task gives_them_by_channel_and_department()
    {
        (await log.Query<string>($"select concat_ws(' ', c.channel, count(*), count(*) filter (where f.on_time)) {Closed} group by c.channel order by c.channel"))
            .Should().Equal("0 107 68", "1 1148 835", "3 52 35", "6 21 13", "11 1 1");
        (await log.Query<string>("select concat_ws(' ', u.code, count(*)) from cases c join org_unit u using (centre_id, unit_id) group by u.code order by u.code"))
            .Should().Equal("YC-HB-CC 29", "YC-HB-EXP 15", "YC-HB-GEN 1390");
        (await log.Query<string>($"select concat_ws(' ', u.code, count(*), count(*) filter (where f.on_time)) from case_fact f join org_unit u using (centre_id, unit_id) where f.kind = 2 group by u.code order by u.code"))
            .Should().Equal("YC-HB-CC 29 28", "YC-HB-EXP 15 9", "YC-HB-GEN 1285 915");
    }

    [Fact]
    public async Task gives_the_three_early_figures_from_exact_durations()
    {
        const string Rates = """
            select concat_ws(' ',
                round(100 * avg(greatest(0, f.limit_amount - f.used_amount)::numeric / f.limit_amount), 2),
                round(100 * (1 - sum(f.used_amount)::numeric / sum(f.limit_amount)), 2),
                round(100.0 * count(*) filter (where f.used_amount < f.limit_amount) / count(*), 2))
            """;

        (await log.Query<string>($"{Rates} {Closed}")).Should().Equal("23.06 8.65 71.63");
    }

    [Fact]
    public async Task gives_the_open_cases_past_their_due_moment_at_the_logs_last_event() =>
        (await log.Query<long>("select count(*) from cases where closed_at is null and due_at < '2012-01-23 15:42:54+01'")).Should().Equal(39);

    [Fact]
    public async Task raises_one_card_for_each_case_that_was_closed_late()
    {
        (await log.Query<long>($"select count(distinct a.case_id) from alert a join case_fact f using (centre_id, case_id) where f.kind = 2 and a.key = 'Promised:YellowCard'")).Should().Equal(377);
        (await log.Query<long>($"select count(*) from alert a join cases c using (centre_id, case_id) where a.key = 'Promised:YellowCard' and a.due_at <> c.due_at")).Should().Equal(0);
    }

    [Fact]
    public async Task keeps_recorded_officials_and_tells_where_cases_do_not_fit_the_flow()
    {
        (await log.Query<long>("select count(distinct actor) from audit where actor like 'log/%'")).Should().Equal(48);
        var fitting = log.Report.Cases - log.Report.Deviations.Where(one => one.Kind is DeviationKind.UnknownActivity or DeviationKind.StepNotOpen).DistinctBy(one => one.Case).Count();
        fitting.Should().BeGreaterThan(1300, "the flow models the process, it is not bent to each case");
        log.Report.Deviations.Should().NotContain(one => one.Kind == DeviationKind.UnknownActivity || one.Kind == DeviationKind.UnknownWord);
        log.Report.Deviations.Where(one => one.Kind == DeviationKind.ClosedBeforeReceipt).Select(one => one.Case).Should().BeEquivalentTo("case-10862", "case-8267");
        log.Report.Deviations.Where(one => one.Kind == DeviationKind.AfterClosing).Select(one => one.Case).Distinct().Should().HaveCount(145);
        log.Report.Deviations.Where(one => one.Kind == DeviationKind.BeforeReceipt).Select(one => one.Case).Distinct().Should().BeEquivalentTo("case-4677", "case-5704");
    }

    [Fact]
    public async Task changes_nothing_when_it_is_done_again()
    {
        const string Everything = "select md5(string_agg(md5(a.hash::text), '' order by case_id, seq)) from audit a";
        var before = await log.Query<string>(Everything);

        var again = await log.Import();

        (again.Imported, again.AlreadyThere).Should().Be((0, 1434));
        (await log.Query<string>(Everything)).Should().Equal(before);
    }

    [Fact]
    public async Task leaves_a_trail_that_verifies() =>
        (await log.Services.Get<AuditVerifier>().VerifyAsync(null, null, CancellationToken.None)).Findings.Should().BeEmpty();
}
