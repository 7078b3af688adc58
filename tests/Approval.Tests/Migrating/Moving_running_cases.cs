using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;

namespace Approval.Tests.Migrating;

public sealed class Moving_running_cases(PostgresServer server) : MigrationTest(server)
{
    [Fact]
    public async Task keeps_a_claimed_task_under_its_number_and_lets_it_be_answered()
    {
        var accepted = await Accepted();
        var task = accepted.OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(Clerk), null, task));
        await PublishRenamed();

        var migration = await RunToEnd(await Start(mapping: Renamed));

        migration.Should().BeEquivalentTo(new { State = "Finished", Cases = 1, Done = 1, Skipped = 0 });
        (await Scalar<int>("select definition_version from cases where case_id = $1", accepted.CaseId)).Should().Be(2);
        (await Scalar<string>("select activity_id || ' ' || assignee || ' ' || task_no from task_open where case_id = $1", accepted.CaseId)).Should().Be($"check-identity {Clerk} 2");
        var moved = await Answer(task, await FirstOutcome(accepted.CaseId));
        (await Scalar<string>("select activity_id from task_open where case_id = $1", accepted.CaseId)).Should().Be("material");
        moved.OpenTasks.Should().ContainSingle();
    }

    [Fact]
    public async Task leaves_a_row_in_each_trail_from_which_it_can_be_replayed()
    {
        var accepted = await Accepted();
        await PublishRenamed();
        await RunToEnd(await Start(mapping: Renamed));

        var details = await Scalar<string>("select payload::jsonb -> 'details' from audit where case_id = $1 and act = 'CaseMigrated' and actor = 'admin'", accepted.CaseId);
        var (plan, version) = await Services.Get<MigrationPlans>().Of(1, Copy, System.Text.Json.Nodes.JsonNode.Parse(details)!.AsObject(), Cancel);

        version.Should().Be(2);
        plan.Mapping.Targets.Should().Contain("identity", "check-identity");
        (await Services.Get<AuditVerifier>().AnswerAsync(new AuditQuestion(1), null, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task leaves_the_whole_trail_replayable_but_brings_back_no_act_from_before()
    {
        var received = await Receive();
        var accepted = await Answer(received.OpenTasks.Single(), "Accepted");
        await PublishRenamed();
        await RunToEnd(await Start(mapping: Renamed));

        (await Services.Get<ApprovalEngine.Approval.Cases.CaseHistory>().ReplayAsync(1, accepted.CaseId, Cancel)).Trail.Should().Contain(row => row.Act == "CaseMigrated");
        var refusal = await FluentActions.Awaiting(async () => await Send(new WithdrawAct(await AccessOf(Clerk), null, received.OpenTasks.Single(), null)))
            .Should().ThrowAsync<ApprovalEngine.Approval.Errors.ConflictException>();
        refusal.Which.Code.Should().Be("NextHasBegun");
    }

    [Fact]
    public async Task fires_no_timer_again_and_raises_no_alert_twice()
    {
        var received = await Receive(HousingTransfer, "zhou.na");
        await Answer(received.OpenTasks[0], "Accepted", "zhou.na");
        Services.Time.Advance(TimeSpan.FromDays(30));
        await Sweep();
        var (fired, alerts) = (await Fired(received.CaseId), await Alerts(received.CaseId));
        fired.Should().BeGreaterThan(0);
        alerts.Should().BeGreaterThan(0);
        await Publish("housing-transfer", text => text.Replace("\"clock\"", "\"promise\"", StringComparison.Ordinal));

        var migration = await RunToEnd(await Start("housing-transfer"));
        Services.Time.Advance(TimeSpan.FromDays(60));
        await Sweep();

        migration.Done.Should().Be(1);
        (await Fired(received.CaseId)).Should().Be(fired);
        (await Alerts(received.CaseId)).Should().Be(alerts);
    }

    [Fact]
    public async Task does_exactly_what_its_preview_showed()
    {
        var received = await Receive(HousingTransfer, "zhou.na");
        await Answer(received.OpenTasks[0], "Accepted", "zhou.na");
        await Publish("housing-transfer", text => text.Replace("\"clock\"", "\"promise\"", StringComparison.Ordinal));
        var request = new ApprovalEngine.Contracts.Migrations.MigrationRequest(1, 2);
        var preview = (await Send(new PreviewMigration(Admin, "housing-transfer", request, null, 50))).Items.Single();
        var summary = await Send(new SummariseMigration(Admin, "housing-transfer", request));

        await RunToEnd(await Start("housing-transfer"));

        preview.Faults.Should().BeEmpty();
        summary.Should().BeEquivalentTo(new { Cases = 1, Movable = 1, DueMoved = 0 });
        preview.Timers.Should().OnlyContain(timer => timer.Fate == "Kept");
        (await Scalar<DateTime>("select due_at from cases where case_id = $1", received.CaseId)).Should().Be(preview.Due.After!.Value.UtcDateTime);
        foreach (var timer in preview.Timers)
        {
            (await Scalar<long>("select count(*) from timer where case_id = $1 and due_at = $2", received.CaseId, timer.Due.After!.Value)).Should().BeGreaterThan(0);
        }

        (await Scalar<long>("select count(*) from task_open where case_id = $1", received.CaseId)).Should().Be(preview.Tasks.Count(task => task.Fate != "Closed"));
    }

    [Fact]
    public async Task twice_at_once_moves_each_case_once()
    {
        for (var i = 0; i < 30; i++)
        {
            await Accepted();
        }

        await PublishRenamed();
        var migration = await Start(mapping: Renamed);
        await using var second = TestServices.Build(ConnectionString, Services.Time.GetUtcNow());

        await Task.WhenAll(Services.Get<OpenMigrations>().RunAllAsync(Cancel), second.Get<OpenMigrations>().RunAllAsync(Cancel));

        (await RunToEnd(migration)).Should().BeEquivalentTo(new { State = "Finished", Done = 30, Skipped = 0 });
        (await Scalar<long>("select count(*) from audit where act = 'CaseMigrated'")).Should().Be(30);
        (await Scalar<long>("select count(*) from task_open where activity_id = 'check-identity'")).Should().Be(30);
    }

    [Fact]
    public async Task waits_while_it_is_paused_and_goes_on_afterwards()
    {
        await Accepted();
        await PublishRenamed();
        var migration = await Start(mapping: Renamed);
        await Send(new PauseMigration(Admin, Copy, migration.MigrationId));

        (await RunToEnd(migration)).Should().BeEquivalentTo(new { State = "Paused", Done = 0 });
        await Send(new ResumeMigration(Admin, Copy, migration.MigrationId));

        (await RunToEnd(migration)).Should().BeEquivalentTo(new { State = "Finished", Done = 1 });
    }

    [Fact]
    public async Task leaves_a_case_where_it_is_when_its_step_has_no_target_and_says_so()
    {
        var stuck = await Accepted();
        var movable = await Receive();
        await Publish(Copy, text => text.Replace("\"identity\"", "\"other\"", StringComparison.Ordinal));

        var migration = await RunToEnd(await Start(mapping: new(new Dictionary<string, string?> { ["identity"] = null })));

        migration.Should().BeEquivalentTo(new { State = "Finished", Done = 1, Skipped = 1 });
        var report = await Send(new ListMigratedCases(Admin, Copy, migration.MigrationId, MigrationResult.Skipped, null, 50));
        report.Items.Should().ContainSingle().Which.Should().BeEquivalentTo(new { stuck.CaseId, stuck.CaseNo, Code = "TokenWithoutTarget", Where = "identity" });
        (await Scalar<int>("select definition_version from cases where case_id = $1", stuck.CaseId)).Should().Be(1);
        (await Scalar<int>("select definition_version from cases where case_id = $1", movable.CaseId)).Should().Be(2);
        (await Answer(stuck.OpenTasks.Single(), await FirstOutcome(stuck.CaseId))).OpenTasks.Should().NotBeEmpty("it goes on as it was");
    }

    [Fact]
    public async Task leaves_out_what_has_ended_meanwhile()
    {
        var received = await Receive();
        await PublishRenamed();
        var migration = await Start(mapping: Renamed);
        await Answer(received.OpenTasks.Single(), "NotAccepted", opinion: "不属于本中心受理范围。");

        (await RunToEnd(migration)).Skipped.Should().Be(1);
        (await Scalar<string>("select code from migration_case")).Should().Be("CaseEnded");
    }

    private Task<string> FirstOutcome(Guid caseId) => Scalar<string>("select outcomes[1] from task_open where case_id = $1", caseId);

    private async Task Sweep()
    {
        await Services.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel);
        await Services.Get<DueSweep>().RunAsync(DueKind.Alert, "alerts", Cancel);
    }

    private Task<long> Fired(Guid caseId) => Scalar<long>("select count(*) from audit where case_id = $1 and act = 'TimerFired'", caseId);

    private Task<long> Alerts(Guid caseId) => Scalar<long>("select count(*) from audit where case_id = $1 and act = 'AlertRaised'", caseId);
}
