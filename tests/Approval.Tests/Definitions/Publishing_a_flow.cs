using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Definitions;

public sealed class Publishing_a_flow(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task leaves_one_published_and_one_latest_version()
    {
        var first = await Save();
        await Publish();
        var again = await Send(new GetFlow(Admin, "trial", null));
        await Save("changed", again);
        await Publish();

        var versions = await Send(new ListFlowVersions(Admin, "trial"));
        versions.Select(flow => (flow.Version, flow.IsLatest, flow.IsPublished)).Should().Equal((2, true, true), (1, false, false));
        first.Summary.Id.Should().Be(versions[1].Id);
    }

    [Fact]
    public async Task twice_at_once_with_a_save_between_leaves_one_published_and_tells_the_loser_who_won()
    {
        for (var round = 0; round < 10; round++)
        {
            var draft = round == 0 ? await Save() : await Save($"round {round}", await Send(new GetFlow(Admin, "trial", null)));
            var seen = new FlowBase(draft.Summary.Version, draft.Summary.Revision);
            var acts = new[]
            {
                Try(() => Send(new PublishFlow(Admin, "trial", new PublishFlowRequest(seen)))),
                Try(() => Send(new PublishFlow(Admin, "trial", new PublishFlowRequest(seen)))),
                Try(() => Send(new SaveFlow(Admin, "trial", new SaveFlowRequest(Document("Trial", "other"), seen)))),
            };

            var outcomes = await Task.WhenAll(acts);

            outcomes.OfType<ConflictException>().Should().OnlyContain(conflict => conflict.Code == "FlowMovedOn" && conflict.Happened != null);
            outcomes.Where(outcome => outcome is not null and not ConflictException).Should().BeEmpty();
            outcomes.Count(outcome => outcome is null).Should().BeGreaterThanOrEqualTo(1);
            var versions = await Send(new ListFlowVersions(Admin, "trial"));
            versions.Should().ContainSingle(flow => flow.IsLatest);
            versions.Count(flow => flow.IsPublished).Should().BeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public async Task keeps_what_was_said_about_it_and_is_found_with_the_version_in_force()
    {
        await Save();
        await Send(new PublishFlow(Admin, "trial", new PublishFlowRequest(Note: " first one ")));
        await Save("changed", await Send(new GetFlow(Admin, "trial", null)));

        (await Send(new ListFlowVersions(Admin, "trial"))).Select(flow => (flow.Version, flow.Note)).Should().Equal((2, null), (1, "first one"));
        var found = (await Send(new ListFlows(Admin, null, 200, "RIAL"))).Items;
        found.Should().ContainSingle(flow => flow.DefinitionId == "trial").Which.Should().Match<FlowSummary>(flow => flow.Version == 2 && flow.PublishedVersion == 1);
        (await Send(new ListFlows(Admin, null, 200, "no such flow"))).Items.Should().BeEmpty();
        (await Send(new ListFlowUse(Admin, "trial"))).Should().BeEmpty();
    }

    [Fact]
    public async Task of_something_else_than_was_seen_is_refused_with_what_is_there()
    {
        var seen = await Save("seen");
        var newer = await Save("newer", seen);

        var refusal = await FluentActions.Awaiting(() => Send(new PublishFlow(Admin, "trial", new PublishFlowRequest(new FlowBase(seen.Summary.Version, seen.Summary.Revision)))))
            .Should().ThrowAsync<ConflictException>();

        refusal.Which.Happened.Should().BeEquivalentTo(new { Latest = newer.Summary, Published = (FlowSummary?)null });
    }

    [Fact]
    public async Task needs_the_administrator_of_the_whole_centre()
    {
        await Save();
        var reviewer = Admin with { Grants = [] };

        await FluentActions.Awaiting(() => Send(new PublishFlow(reviewer, "trial", new PublishFlowRequest()))).Should().ThrowAsync<ForbiddenException>();
    }

    private static async Task<Exception?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
