using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Tests.Activities;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Migration;

public sealed class A_proposed_mapping
{
    private static CompiledFlow Flow(FlowText text) => CompiledFlow.Compile(FlowDefinition.Parse(text.Json()));

    [Fact]
    public void pairs_by_id_and_what_is_left_of_a_type_alone()
    {
        var from = Flow(FlowText.Accepted().Step("review", "Approval.ReviewTask").Step("a", "Elsa.WriteLine").Step("b", "Elsa.WriteLine"));
        var to = Flow(FlowText.Accepted().Step("check", "Approval.ReviewTask").Step("c", "Elsa.WriteLine").Step("b", "Elsa.WriteLine").Step("d", "Elsa.WriteLine"));

        MigrationProposal.Of(from, to).Select(pair => (pair.Activity, pair.Target, pair.Match)).Should().Equal(
            ("flow", "flow", MigrationMatch.Root), ("start", "start", MigrationMatch.Id), ("accept", "accept", MigrationMatch.Id), ("clock", "clock", MigrationMatch.Id),
            ("review", "check", MigrationMatch.Type), ("a", null, MigrationMatch.None), ("b", "b", MigrationMatch.Id));
    }

    [Fact]
    public void never_pairs_activities_of_different_types()
    {
        var pairs = MigrationProposal.Of(Flow(new FlowText().Step("x", "Elsa.WriteLine")), Flow(new FlowText().Step("x", "Elsa.Start")));

        pairs.Single(pair => pair.Activity == "x").Target.Should().BeNull();
    }

    [Fact]
    public void pairs_by_name_where_ids_differ()
    {
        var pairs = MigrationProposal.Of(Named("1", "2"), Named("3", "4"));

        pairs.Select(pair => (pair.Activity, pair.Target)).Should().Equal(("root", "root"), ("1", "3"), ("2", "4"));
        pairs.Skip(1).Should().OnlyContain(pair => pair.Match == MigrationMatch.Name);
    }

    private static CompiledFlow Named(string first, string second) => CompiledFlow.Compile(FlowDefinition.Parse($$"""
        {"definitionId":"d","version":1,"root":{"id":"root","type":"Elsa.Flowchart","connections":[],
         "activities":[{"id":"{{first}}","name":"First","type":"Elsa.WriteLine"},{"id":"{{second}}","name":"Second","type":"Elsa.WriteLine"}] } }
        """));
}
