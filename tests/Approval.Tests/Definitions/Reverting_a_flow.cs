using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Definitions;

public sealed class Reverting_a_flow(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task makes_the_old_document_the_newest_draft_and_keeps_what_lies_between()
    {
        await Save("one");
        await Publish();
        await Save("two", await Send(new GetFlow(Admin, "trial", null)));
        await Publish();

        var draft = await Send(new RevertFlow(Admin, "trial", 1));

        draft.Summary.Should().BeEquivalentTo(new { Version = 3, IsLatest = true, IsPublished = false });
        draft.Document.ToJsonString().Should().Contain("\"one\"");
        (await Services.Get<FlowStore>().PublishedVersion(Admin.CentreId, "trial", TestContext.Current.CancellationToken)).Should().Be(2);
    }

    [Fact]
    public async Task to_a_version_that_never_was_says_so()
    {
        await Save();

        await FluentActions.Awaiting(() => Send(new RevertFlow(Admin, "trial", 7))).Should().ThrowAsync<NotFoundException>();
    }
}
