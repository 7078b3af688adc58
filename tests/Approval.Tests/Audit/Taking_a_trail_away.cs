using Approval.Tests.Cases;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Audit;

public sealed class Taking_a_trail_away(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task needs_a_reason_which_is_recorded_since_numbers_leave_with_it()
    {
        var caseId = (await Receive()).CaseId;
        var auditor = await AccessOf("auditor");
        using var file = new MemoryStream();

        (await FluentActions.Awaiting(() => Send(new ExportTrail(auditor, caseId, " ", file))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("TextMissing");
        file.Length.Should().Be(0);
        (await Send(new ExportTrail(auditor, caseId, " inspection 7 ", file))).Should().Be(1);

        (await Scalar<string>("select payload ->> 'reason' from admin_event where act = 'TrailExported' and subject = $1", $"case/{caseId}")).Should().Be("inspection 7");
    }
}
