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
    public async Task writes_over_no_draft_that_was_saved_since_it_was_asked_for()
    {
        await Save("one");
        await Publish();
        var seen = (await Save("two", await Send(new GetFlow(Admin, "trial", null)))).Summary;
        await Save("theirs", await Send(new GetFlow(Admin, "trial", null)));

        await FluentActions.Awaiting(() => Send(new RevertFlow(Admin, "trial", 1, new(seen.Version, seen.Revision)))).Should().ThrowAsync<ConflictException>().Where(conflict => conflict.Code == "FlowMovedOn");

        (await Send(new GetFlow(Admin, "trial", null))).Document.ToJsonString().Should().Contain("theirs");
    }

    [Fact]
    public async Task takes_back_no_version_that_was_published_since_it_was_asked_for()
    {
        await Save("one");
        await Publish();
        var seen = (await Send(new GetFlow(Admin, "trial", null))).Summary;
        await Save("two", await Send(new GetFlow(Admin, "trial", null)));
        await Publish();

        await FluentActions.Awaiting(() => Send(new RetractFlow(Admin, "trial", new(seen.Version, seen.Revision)))).Should().ThrowAsync<ConflictException>().Where(conflict => conflict.Code == "FlowMovedOn");

        var now = (await Send(new GetFlow(Admin, "trial", null))).Summary;
        (await Send(new RetractFlow(Admin, "trial", new(now.Version, now.Revision)))).IsPublished.Should().BeFalse();
    }

    [Fact]
    public async Task to_a_version_that_never_was_says_so()
    {
        await Save();

        await FluentActions.Awaiting(() => Send(new RevertFlow(Admin, "trial", 7))).Should().ThrowAsync<NotFoundException>();
    }
}
