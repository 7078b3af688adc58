using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;

namespace Approval.Tests.Audit;

public sealed class Verifying_the_trail(PostgresServer server) : CaseTest(server)
{
    private Guid caseId;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Accepted();
        var accepted = await Accepted();
        caseId = (await Answer(accepted.OpenTasks[0], "Verified")).CaseId;
    }

    [Fact]
    public async Task is_green_on_an_honest_log()
    {
        var report = await Verify();

        report.Findings.Should().BeEmpty();
        report.Cases.Should().Be(2);
        report.Rows.Should().Be(5);
    }

    [Theory]
    [InlineData("payload = replace(payload, 'Accepted', 'Rejected')")]
    [InlineData("actor = 'somebody.else'")]
    [InlineData("at = at + interval '1 microsecond'")]
    [InlineData("act = 'TaskClaimed'")]
    [InlineData("hash = sha256('x')")]
    public async Task finds_a_changed_row(string change)
    {
        await Run($"update audit set {change} where case_id = $1 and seq = 2", caseId);

        var finding = (await Verify()).Findings.Should().NotBeEmpty().And.Subject.First();

        finding.CaseId.Should().Be(caseId);
        finding.Seq.Should().Be(2);
        finding.Kind.Should().Be(AuditFault.Changed);
    }

    [Fact]
    public async Task finds_swapped_rows()
    {
        await Run("""
            update audit a set at = b.at, actor = b.actor, act = b.act, payload = b.payload, prev_hash = b.prev_hash, hash = b.hash
            from audit b where a.case_id = $1 and b.case_id = $1 and (a.seq, b.seq) in ((2, 3), (3, 2))
            """, caseId);

        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.Swapped && finding.CaseId == caseId);
    }

    [Fact]
    public async Task finds_a_deleted_row()
    {
        await Run("delete from audit where case_id = $1 and seq = 2", caseId);

        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.Deleted && finding.Seq == 2);
    }

    [Fact]
    public async Task finds_a_trail_that_was_cut_off()
    {
        await Run("delete from audit where case_id = $1 and seq = 3", caseId);

        (await Verify()).Findings.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Kind = AuditFault.CutOff, Seq = 3, CaseId = caseId });
    }

    [Fact]
    public async Task finds_a_trail_and_case_row_that_were_cut_back_together_but_not_the_head()
    {
        await Run("delete from audit where case_id = $1 and seq = 3", caseId);
        await Run("update cases set version = 2 where case_id = $1", caseId);

        (await Verify()).Findings.Should().ContainSingle().Which.Kind.Should().Be(AuditFault.CutOff);
    }

    [Fact]
    public async Task finds_a_case_without_a_trail_and_a_trail_without_its_case()
    {
        await Run("delete from audit where case_id = $1", caseId);
        (await Verify()).Findings.Should().ContainSingle().Which.Kind.Should().Be(AuditFault.CutOff);

        await Run("delete from cases where case_id <> $1", caseId);
        (await Verify()).Findings.Should().Contain(finding => finding.Kind == AuditFault.CaseMissing);
    }

    [Fact]
    public async Task covers_the_code_and_the_text_of_each_issued_document()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks[0], "Verified");
        await Answer(verified.OpenTasks.Single(), "Complete");

        (await Scalar<long>("""
            select count(*) from document d where case_id = $1 and exists (select from audit a where a.case_id = d.case_id
                and a.payload like '%"' || d.verification_code || '","' || encode(sha256(convert_to(d.text, 'UTF8')), 'hex') || '"%')
            """, accepted.CaseId)).Should().BePositive();
    }

    private Task<AuditReport> Verify() => Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel);
}
