using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Statistics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Approval.Tests.Audit;

/// <summary>What someone with all rights in the database could do so that every chain looks whole: the seals still show it.</summary>
public sealed class Tampering_with_a_sealed_trail(PostgresServer server) : SealTest(server)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Run("insert into admin_event (centre_id, at, actor, act, subject, payload) values ($1, now(), 'admin', 'CaseViewed', 'case/x', '{}')", Centre);
        await SealAll();
        await CopyOutside();
        await Accepted();
        await SealAll();
        await CopyOutside();
    }

    [Theory]
    [InlineData("payload = replace(payload, 'Accepted', 'Rejected')")]
    [InlineData("actor = 'somebody.else'")]
    public async Task by_a_forged_consistent_chain_is_found_with_case_and_row(string change)
    {
        await Forge(2, change);

        var findings = (await Verify()).Findings;

        findings.Should().OnlyContain(finding => finding.Kind == AuditFault.Rewritten && finding.CaseId == CaseId && finding.SealNo == 1);
        findings.Select(finding => finding.Seq).Should().Equal(2, 3);
    }

    [Fact]
    public async Task by_a_tail_cut_off_together_with_the_head_is_found()
    {
        await CutBack(2);

        (await Verify()).Findings.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Kind = AuditFault.Deleted, CaseId = (Guid?)CaseId, Seq = 3, SealNo = 1 });
    }

    [Fact]
    public async Task by_deleting_a_whole_case_is_found_with_its_id()
    {
        await Run("delete from audit where case_id = $1", CaseId);
        await Run("delete from cases where case_id = $1", CaseId);

        (await Verify()).Findings.Where(finding => finding.CaseId == CaseId && finding.Kind == AuditFault.Deleted).Select(finding => finding.Seq)
            .Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task by_moving_a_row_to_another_seal_is_found()
    {
        await Run("update audit set transaction_no = (select max(from_no) from audit_seal) where case_id = $1 and seq = 3", CaseId);

        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.Deleted && finding.Seq == 3 && finding.SealNo == 1)
            .And.Contain(finding => finding.Kind == AuditFault.Added && finding.Seq == 3 && finding.SealNo == 2);
    }

    [Fact]
    public async Task and_with_the_list_in_the_seal_still_shows_the_seal()
    {
        await Forge(2, "actor = 'somebody.else'");
        await Run("update audit_seal set contents = null where seal_no = 1");

        (await Verify()).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = AuditFault.SealChanged, SealNo = 1 });
    }

    [Fact]
    public async Task with_a_seal_that_was_changed_is_found()
    {
        await Run("update audit_seal set at = at - interval '1 day' where seal_no = 1");

        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.SealChanged && finding.SealNo == 1);
    }

    [Fact]
    public async Task with_a_seal_in_the_middle_deleted_is_found()
    {
        await Run("delete from audit_seal where seal_no = 1");

        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.SealMissing && finding.SealNo == 1);
    }

    [Fact]
    public async Task with_the_last_seals_deleted_is_found_by_the_file_outside()
    {
        await Run("delete from audit_seal where seal_no = 2");

        (await Verify()).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = AuditFault.SealMissing, SealNo = 2 });
    }

    [Fact]
    public async Task with_all_seals_made_anew_over_a_forged_trail_is_found_by_the_file_outside()
    {
        await Forge(2, "actor = 'somebody.else'");
        await Run("delete from audit_seal");
        await SealAll();

        var findings = (await Verify()).Findings;

        findings.Should().Contain(finding => finding.Kind == AuditFault.SealChanged && finding.SealNo == 1)
            .And.Contain(finding => finding.Kind == AuditFault.SealMissing && finding.SealNo == 2);
    }

    [Fact]
    public async Task and_then_going_on_writes_nothing_to_the_file_outside()
    {
        await Run("delete from audit_seal");
        await SealAll();
        var before = await File.ReadAllTextAsync(Outside, Cancel);

        await FluentActions.Awaiting(CopyOutside).Should().ThrowAsync<SealFileDiffersException>();

        (await File.ReadAllTextAsync(Outside, Cancel)).Should().Be(before);
    }

    [Theory]
    [InlineData("update admin_event set actor = 'somebody.else' where event_id = (select min(event_id) from admin_event)")]
    [InlineData("delete from admin_event where event_id = (select min(event_id) from admin_event)")]
    public async Task of_administrative_events_is_found(string change)
    {
        await Run(change);

        (await Verify()).Findings.Should().ContainSingle().Which.Kind.Should().Be(AuditFault.EventsChanged);
    }

    [Theory]
    [InlineData("payload = replace(payload, 'a', 'b')")]
    [InlineData("prev_hash = sha256('x')")]
    public async Task is_found_since_a_seal_too(string change)
    {
        await Run($"update audit set {change} where seq = 2 and transaction_no >= (select to_no from audit_seal where seal_no = 1)");

        (await Verify(sinceSeal: 1)).Findings.Should().NotBeEmpty();
    }

    [Fact]
    public async Task is_found_at_night_and_becomes_an_event_that_names_case_and_row()
    {
        await CutBack(2);
        var jobs = new JobRunner(Services.Get<NpgsqlDataSource>(), Services.Time, NullLogger<JobRunner>.Instance);
        Services.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 18, 0, 0, TimeSpan.Zero));

        await new NightlyChecks(
            jobs, Services.Get<NpgsqlDataSource>(), Services.Get<CalendarStore>(), Services.Get<AuditVerifier>(), Services.Get<SealOptions>(), Services.Get<Rollups>(),
            Services.Get<CaseChecks>(), Services.Time)
            .Run(Cancel);

        (await Scalar<long>("select count(*) from admin_event where act = 'AuditFinding' and payload->>'finding' like '%row 3: Deleted: row 3 was sealed by seal 1 and is missing'")).Should().Be(1);
    }
}
