using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Definitions;

public sealed class Saving_a_flow(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task keeps_what_the_product_does_not_know()
    {
        await Save();

        var document = (await Send(new GetFlow(Admin, "trial", null))).Document;

        JsonNode.DeepEquals(document["kept"], Document("Trial")["kept"]).Should().BeTrue();
        document["kept"]!.ToJsonString().Should().Contain("1.50", "numbers stay as they were written");
    }

    [Fact]
    public async Task over_a_draft_keeps_the_version_and_over_a_published_one_begins_a_new_draft()
    {
        var draft = await Save();
        var again = await Save("again", draft);
        await Publish();
        var next = await Save("next", await Send(new GetFlow(Admin, "trial", null)));

        again.Summary.Version.Should().Be(1);
        next.Summary.Should().BeEquivalentTo(new { Version = 2, IsLatest = true, IsPublished = false });
        (await Send(new GetFlow(Admin, "trial", 1))).Document["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>().Should().Be("again");
    }

    [Fact]
    public async Task refuses_half_a_character()
    {
        var document = Document("Trial");
        document["description"] = JsonNode.Parse("\"\\ud800\"");

        (await FluentActions.Awaiting(() => Send(new SaveFlow(Admin, "trial", new SaveFlowRequest(document)))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("FlowFormat");
    }

    [Fact]
    public async Task after_a_retraction_leaves_the_version_that_cases_run_on_as_it_was()
    {
        await Save("published");
        await Publish();
        await Send(new RetractFlow(Admin, "trial"));

        var next = await Save("changed", await Send(new GetFlow(Admin, "trial", null)));

        next.Summary.Version.Should().Be(2);
        (await Services.Get<FlowStore>().PublishedVersion(Admin.CentreId, "trial", TestContext.Current.CancellationToken)).Should().BeNull();
        (await Send(new GetFlow(Admin, "trial", 1))).Document["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>().Should().Be("published");
    }

    [Fact]
    public async Task that_builds_on_an_older_save_is_refused_and_loses_nothing()
    {
        var opened = await Save("opened");
        await Save("theirs", opened);

        await FluentActions.Awaiting(() => Save("mine", opened)).Should().ThrowAsync<ConflictException>().Where(conflict => conflict.Code == "FlowMovedOn");

        (await Send(new GetFlow(Admin, "trial", null))).Document.ToJsonString().Should().Contain("theirs").And.NotContain("mine");
    }

    [Fact]
    public async Task under_a_name_that_another_flow_has_is_refused()
    {
        await Save(name: "Trial");

        await FluentActions.Awaiting(() => Send(new SaveFlow(Admin, "other", new SaveFlowRequest(Document("Trial")))))
            .Should().ThrowAsync<ConflictException>().Where(lost => lost.Code == "FlowNameTaken");
    }

    [Fact]
    public async Task that_cannot_be_read_is_refused_with_its_place() =>
        await FluentActions.Awaiting(() => Send(new SaveFlow(Admin, "trial", new SaveFlowRequest(JsonNode.Parse("""{"name": "x", "root": {"type": 5}}""")!.AsObject()))))
            .Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Code == "FlowFormat" && broken.Where!.Contains("root"));
}
