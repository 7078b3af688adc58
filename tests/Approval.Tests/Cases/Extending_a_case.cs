using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Cases;

public sealed class Extending_a_case(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task is_bounded_by_what_its_item_allows_in_all()
    {
        var directory = await Services.Get<OrgDirectory>().Of(1, TestContext.Current.CancellationToken);
        var clerk = directory.Holders(directory.Unit("YC-ZJJ"), Role.WindowClerk).First().UserName;
        var received = await Receive("YC-ZJJ-0003", clerk);
        var accepted = await Answer(received.OpenTasks.Single(), "Accepted", clerk);
        var head = await AccessOf("head.centre");

        await Send(new ExtendCase(head, null, accepted.CaseId, 10, "complex"));
        var tooLong = () => Send(new ExtendCase(head, null, accepted.CaseId, 6, "still complex"));

        (await tooLong.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("ExtensionTooLong");
        await Send(new ExtendCase(head, null, accepted.CaseId, 5, "still complex"));
    }
}
