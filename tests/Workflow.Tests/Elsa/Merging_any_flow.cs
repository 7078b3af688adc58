using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Elsa;
using ApprovalEngine.Workflow.Tests.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Elsa;

/// <summary>Every definition of the conformance files goes through what Studio does to an untouched document, and comes back as it was.</summary>
public sealed class Merging_any_flow
{
    [Theory]
    [InlineData("named")]
    [InlineData("counter")]
    [InlineData("token")]
    [InlineData("waits")]
    [InlineData("nested")]
    [InlineData("expressions")]
    [InlineData("safe")]
    public void keeps_it_through_what_Studio_does_to_it(string file)
    {
        var changed = new List<string>();
        foreach (var text in ConformanceDefinitions.Of(file))
        {
            var before = FlowDefinition.Parse(text);
            var model = PresentedDefinition.Of(before, (_, _) => false);
            AsStudioDoes(model);

            var merged = MergedDefinition.Of(before, model, (_, _) => false);
            if (!JsonNode.DeepEquals(merged, before.Document))
            {
                changed.Add($"{before.Name}: {merged.ToJsonString()}");
            }
        }

        changed.Should().BeEmpty();
    }

    private static void AsStudioDoes(JsonObject model)
    {
        model.Remove("$schema");
        model["links"] = null;
        foreach (var variable in model["variables"]!.AsArray())
        {
            variable!["storageDriverTypeName"] ??= null;
            variable["isArray"] ??= null;
        }

        Reorder(model["root"]!.AsObject());
    }

    private static void Reorder(JsonObject activity)
    {
        foreach (var (_, nested) in PresentedDefinition.Nested(activity).ToList())
        {
            Reorder(nested);
        }

        if (activity["type"]!.GetValue<string>() != "Elsa.Flowchart")
        {
            return;
        }

        Reverse(activity["activities"]!.AsArray());
        Reverse(activity["connections"]!.AsArray());
        foreach (var connection in activity["connections"]!.AsArray())
        {
            connection!["source"]!["port"] ??= "Done";
            connection["target"]!["port"] ??= "In";
            connection["vertices"] ??= new JsonArray();
        }
    }

    private static void Reverse(JsonArray items)
    {
        var reversed = items.Reverse().ToList();
        items.Clear();
        reversed.ForEach(items.Add);
    }
}
