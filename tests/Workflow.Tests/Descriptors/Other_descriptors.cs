using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Descriptors;

public sealed class Other_descriptors
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "descriptors-expressions", EditorCatalogue.Expressions().ToJsonString() },
        { "descriptors-variables", EditorCatalogue.Variables("en").ToJsonString() },
        { "descriptors-storage-drivers", EditorCatalogue.StorageDrivers("en").ToJsonString() },
        { "descriptors-incident-strategies", EditorCatalogue.IncidentStrategies("en").ToJsonString() },
        { "descriptors-workflow-activation-strategies", EditorCatalogue.ActivationStrategies("en").ToJsonString() },
        { "descriptors-log-persistence-strategies", EditorCatalogue.LogPersistenceStrategies("en").ToJsonString() },
        { "descriptors-commit-strategies-workflows", EditorCatalogue.None().ToJsonString() },
        { "resilience-strategies", EditorCatalogue.None().ToJsonString() },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void have_the_form_of_real_Elsa_and_offer_nothing_that_it_does_not_know(string golden, string ours)
    {
        var elsas = Golden.Read(golden);
        var mine = JsonNode.Parse(ours)!.AsObject();

        mine.Select(member => member.Key).Should().Equal(elsas.Select(member => member.Key));
        foreach (var item in mine["items"]!.AsArray().OfType<JsonObject>())
        {
            var key = item.ContainsKey("typeName") ? "typeName" : "type";
            var twin = elsas["items"]!.AsArray().OfType<JsonObject>().Should().ContainSingle(other => (string)other[key]! == (string)item[key]!).Subject;
            item.Select(member => (member.Key, member.Value!.GetValueKind())).Should().BeEquivalentTo(twin.Select(member => (member.Key, member.Value!.GetValueKind())));
        }
    }

    [Fact]
    public void of_variables_convert_in_the_runtime() =>
        EditorCatalogue.Variables("en")["items"]!.AsArray().Select(item => (string)item!["typeName"]!).Where(type => type is not ("Object" or "JsonNode"))
            .Should().OnlyContain(type => Refuses(type, "{ no JSON") || type == "String" || type == "Guid");

    [Fact]
    public void speak_three_languages()
    {
        foreach (var write in new Func<string, JsonObject>[] { EditorCatalogue.Variables, EditorCatalogue.StorageDrivers, EditorCatalogue.IncidentStrategies, EditorCatalogue.ActivationStrategies })
        {
            new[] { "zh-Hans", "zh-Hant", "en" }.Select(culture => write(culture).ToJsonString()).Should().OnlyHaveUniqueItems();
        }
    }

    private static bool Refuses(string type, string text)
    {
        try
        {
            FlowValue.Convert(text, type);
            return false;
        }
        catch (ExpressionException)
        {
            return true;
        }
    }
}
