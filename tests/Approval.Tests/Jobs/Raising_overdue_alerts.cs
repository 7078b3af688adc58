using System.Text.Json.Nodes;
using Approval.Tests.Demo;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Approval.Tests.Jobs;

public sealed class Raising_overdue_alerts(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = At(2, 10);
    private TestServices services = null!;

    public async ValueTask InitializeAsync() => services = await SmallCentre.Build(await server.NewDatabase(), Monday);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task raises_each_once_though_two_hosts_sweep_at_the_same_moment()
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(16, 18));

        await Task.WhenAll(Sweep(), Sweep(), Sweep());
        await Sweep();

        (await Keys()).Should().Equal("Promised:Notice", "Step:2:Notice", "Promised:YellowCard", "Step:2:YellowCard", "Legal:RedCard");
    }

    [Fact]
    public async Task dates_them_by_when_they_were_due_however_late_the_job_comes()
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(13, 9));

        await Sweep();

        // Accepted Mon 2 March: day 5 = Mon 9 March; the step's 2 days end on Wed 4 March.
        (await Rows("due_at || ' ' || raised_at")).Should().Equal(
            "2026-03-04 17:30:00+08 2026-03-13 09:00:00+08", "2026-03-09 09:00:00+08 2026-03-13 09:00:00+08", "2026-03-09 17:30:00+08 2026-03-13 09:00:00+08",
            "2026-03-11 17:30:00+08 2026-03-13 09:00:00+08");
    }

    [Fact]
    public async Task keeps_the_responsibility_of_that_moment_when_the_task_is_passed_on()
    {
        var caseId = await Accepted("li");
        services.Time.SetUtcNow(At(9, 18));
        await Act(caseId, "li", new Stimulus.TransferTask(2, new TaskOffer("D1", User: "wang")), "TaskTransferred");
        services.Time.SetUtcNow(At(12, 18));
        await Sweep();

        (await Rows("key || ' ' || person")).Should().Equal(
            "Step:2:Notice li", "Promised:Notice li", "Promised:YellowCard li", "Step:2:YellowCard wang");
    }

    [Fact]
    public async Task raises_none_for_a_case_that_was_closed_at_the_due_moment()
    {
        var caseId = await Accepted("li");
        services.Time.SetUtcNow(At(9, 17, 30));
        await Act(caseId, "boss", new Stimulus.EndCase(Decision.Withdrawn, "reason"), "CaseEnded");
        services.Time.SetUtcNow(At(20, 18));
        await Sweep();

        (await Keys()).Should().NotContain("Promised:YellowCard");
        (await services.Get<NpgsqlDataSource>().CreateCommand("select on_time from case_fact where kind = 2").ExecuteScalarAsync(TestContext.Current.CancellationToken)).Should().Be(true);
    }

    [Fact]
    public async Task speaks_Chengdus_colours_where_the_centre_does()
    {
        await services.DisposeAsync();
        services = await SmallCentre.Build(await server.NewDatabase(), Monday, profile: "chengdu");
        await Accepted("li");
        services.Time.SetUtcNow(At(9, 18));
        await Sweep();

        (await Rows("key || ' ' || profile")).Should().Equal("Step:2:YellowCard chengdu/1", "Promised:YellowCard chengdu/1", "Promised:RedCard chengdu/1");
    }

    [Fact]
    public async Task shows_them_with_their_evidence_to_those_in_scope_and_to_the_person()
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(9, 18));
        await Sweep();

        var seen = await List("auditor");
        seen.Items.Select(alert => (alert.Level, alert.Person, alert.Unit, alert.IsCaseOpen)).Should().Equal(
            ("YellowCard", "li", "D1", true), ("Notice", "li", "D1", true), ("Notice", "li", "D1", true));
        (await List("li")).Items.Should().HaveCount(3);
        (await List("auditor2")).Items.Should().BeEmpty("the case is another department's");
        (await List("zhao")).Items.Should().BeEmpty();
        var shown = await Send(new ShowAlert(await AccessOf("auditor"), seen.Items[0].AlertId));
        shown.Evidence.GetProperty("usedDays").GetInt32().Should().Be(6);
    }

    [Fact]
    public async Task looks_again_when_the_next_is_due_though_the_act_that_raised_one_moved_nothing()
    {
        var caseId = await Accepted("li");
        services.Time.SetUtcNow(At(9, 18));

        await Send(new CommentCase(await AccessOf("li"), null, caseId, "still waiting for the survey"));

        (await Keys()).Should().NotBeEmpty();
        (await Texts("select count(*)::text from timer where kind = 1 and due_at <= timestamptz '2026-03-09 18:00+08'")).Should().Equal("0");
        (await services.Get<CaseChecks>().RunAsync(1, CancellationToken.None)).Findings.Should().BeEmpty();
    }

    [Theory]
    [InlineData("delete from alert where level = 1")]
    [InlineData("update cases set raised_alerts = raised_alerts || 'Legal:RedCard'::text")]
    public async Task is_checked_where_case_and_alerts_no_longer_say_the_same(string harm)
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(9, 18));
        await Sweep();

        await Texts($"{harm} returning ''");

        (await services.Get<CaseChecks>().RunAsync(1, CancellationToken.None)).Findings.Should().ContainSingle().Which.Kind.Should().Be("AlertsDiffer");
    }

    [Fact]
    public async Task lists_page_by_page_each_once()
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(16, 18));
        await Sweep();

        var first = await List("auditor", take: 2);
        var second = await List("auditor", first.Next, 2);
        var third = await List("auditor", second.Next, 2);

        first.Items.Concat(second.Items).Concat(third.Items).Select(alert => alert.AlertId).Should().OnlyHaveUniqueItems().And.HaveCount(5);
        third.Next.Should().BeNull();
    }

    [Theory]
    [InlineData(AlertSort.Newest)]
    [InlineData(AlertSort.Level)]
    [InlineData(AlertSort.Overdue)]
    [InlineData(AlertSort.Unit)]
    public async Task lists_each_once_in_the_order_that_is_asked_for_while_others_come(AlertSort sort)
    {
        var others = 0;
        await Accepted("li");
        services.Time.SetUtcNow(At(16, 18));
        await Sweep();
        var there = (await List("auditor")).Items.Select(alert => alert.AlertId).ToArray();

        var seen = new List<AlertListed>();
        string? after = null;
        do
        {
            var page = await List("auditor", after, 2, new(Sort: sort));
            seen.AddRange(page.Items);
            after = page.Next;
            if (others++ < 2)
            {
                await Accepted("li");
                await Sweep();
            }
        }
        while (after is not null);

        seen.Select(alert => alert.AlertId).Should().OnlyHaveUniqueItems().And.Contain(there);
        seen.Should().Equal(sort switch
        {
            AlertSort.Level => seen.OrderByDescending(alert => Enum.Parse<AlertLevel>(alert.Level)).ThenByDescending(alert => alert.DueAt).ThenByDescending(alert => alert.AlertId),
            AlertSort.Overdue => seen.OrderBy(alert => alert.CaseDueAt).ThenBy(alert => alert.AlertId),
            _ => seen.OrderByDescending(alert => alert.DueAt).ThenByDescending(alert => alert.AlertId),
        });
    }

    [Fact]
    public async Task refuses_a_place_of_another_order()
    {
        await Accepted("li");
        services.Time.SetUtcNow(At(16, 18));
        await Sweep();
        var next = (await List("auditor", take: 2)).Next;

        (await FluentActions.Awaiting(() => List("auditor", next, 2, new(Sort: AlertSort.Level))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CursorInvalid");
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new DateTimeOffset(2026, 3, day, hour, minute, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private async Task<Guid> Accepted(string reviewer)
    {
        var intake = services.Get<CaseIntake>();
        var (world, version) = await intake.WorldAsync(1, SmallCentre.Promised, CancellationToken.None);
        var applicant = await services.Get<Applicants>().FindOrAdd(Access.System(1), new ApplicantRequest(ApplicantKind.Person, "someone"), world.Directory.Root, new DateOnly(2026, 3, 2));
        var session = await intake.BeginAsync(
            new NewCase
            {
                World = world,
                FlowVersion = version,
                ReceivedAt = Monday,
                Channel = Channel.Window,
                UnitId = world.Item.UnitId,
                ApplicantId = applicant,
                ApplicantKind = ApplicantKind.Person,
                ApplicantName = "someone",
                ReceivedBy = "clerk1",
                Form = new JsonObject { ["purpose"] = "test" },
            },
            CancellationToken.None);
        session.Act(Monday, "clerk1", new Stimulus.Start(), new StepNote("CaseReceived"));
        session.Act(Monday, "clerk2", new Stimulus.CompleteTask(1, "Accepted"), new StepNote("TaskCompleted") { TaskNo = 1 });
        session.Act(Monday, reviewer, new Stimulus.ClaimTask(2), new StepNote("TaskClaimed") { TaskNo = 2 });
        return (await services.Get<CaseWriter>().SaveNewAsync(session, null, CancellationToken.None)).CaseId;
    }

    private Task<CaseMoved> Act(Guid caseId, string actor, Stimulus stimulus, string act) => services.Get<CaseWriter>().RunAsync(
        new CaseAct { CentreId = 1, CaseId = caseId, Do = (session, at) => session.Act(at, actor, stimulus, new StepNote(act)) }, CancellationToken.None);

    private Task Sweep() => ActivatorUtilities.CreateInstance<OverdueAlerts>(services.Provider, ActivatorUtilities.CreateInstance<JobRunner>(services.Provider)).Run(CancellationToken.None);

    private async Task<Page<AlertListed>> List(string user, string? after = null, int take = 50, AlertFilter? filter = null) =>
        await Send(new ListAlerts(await AccessOf(user), filter ?? new(), after, take));

    private async Task<Access> AccessOf(string user) => (await services.Get<OrgDirectory>().AccessOf(user))!;

    private async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = services.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private Task<List<string>> Keys() => Rows("key", order: "level, clock, due_at");

    private Task<List<string>> Rows(string select, string order = "due_at, alert_id") => Texts($"set timezone = 'Asia/Shanghai'; select {select} from alert order by {order}");

    private async Task<List<string>> Texts(string sql)
    {
        await using var connection = await services.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
