using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Definitions;

public sealed class A_flow_with_faults(PostgresServer server) : FlowTest(server)
{
    [Fact]
    public async Task can_be_saved_but_not_published_and_every_place_is_named()
    {
        await SaveTask("nobody.at.all");

        var refusal = await FluentActions.Awaiting(Publish).Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Faults.Should().Contain(fault => fault.Code == "NoCandidates" && fault.Where == "review")
            .Which.Should().BeEquivalentTo(new { Said = new { ZhHans = "任务没有候选办理人。" }, Place = new { En = "review" } });
        (await Send(new CheckFlow(Admin, "trial", null))).Should().Contain(finding => finding.IsError && finding.ActivityId == "review" && finding.Sentence.ZhHant.Length > 0);
        (await Send(new ListFlowVersions(Admin, "trial"))).Single().IsPublished.Should().BeFalse();
    }

    [Fact]
    public async Task can_be_published_once_they_are_put_right()
    {
        await SaveTask("admin");

        (await Publish()).IsPublished.Should().BeTrue();
    }

    private Task<FlowVersionView> SaveTask(string person)
    {
        var document = Document("Trial");
        document["root"]!["activities"] = JsonNode.Parse($$$"""
            [ { "id": "review", "type": "Approval.ReviewTask", "version": 1,
                "person": {"typeName": "String", "expression": {"type": "Literal", "value": "{{{person}}}"}},
                "outcomes": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Agreed\"]"}} } ]
            """);
        return Send(new SaveFlow(Admin, "trial", new SaveFlowRequest(document)));
    }
}
