using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Tests.Definitions;

namespace Approval.Tests.Interchange;

/// <summary>Whatever a definition is, it comes in whole and goes out equal in value, or it does not come in at all.</summary>
public sealed class Any_definition(PostgresServer server) : InterchangeTest(server)
{
    private const int Mutated = 400;

    private static readonly string[] Marks = ["id", "version", "createdAt", "isLatest", "isPublished", "definitionId", "name"];

    [Fact]
    public async Task that_real_Elsa_ran_goes_there_and_back_equal_in_value()
    {
        var wholes = new[] { "counter", "expressions", "named", "nested", "safe", "token", "waits" }.SelectMany(file => ConformanceDefinitions.Of(file).Where((_, index) => index % 5 == 0)).ToList();
        wholes.Count.Should().BeGreaterThan(100);

        var files = wholes.Select((whole, number) => File($"{number}.json", Identified(whole, number))).ToArray();
        await Import(files);

        foreach (var (whole, number) in wholes.Select((whole, number) => (whole, number)))
        {
            var exported = await Send(new ExportFlow(Admin, $"any-{number}", null));
            Same(Encoding.UTF8.GetString(exported.Content), whole).Should().BeTrue($"definition {number}");
        }
    }

    [Fact]
    public async Task that_is_mutated_is_stored_whole_or_refused_with_its_place()
    {
        var wholes = new[] { "named", "nested", "safe", "waits", "expressions" }.SelectMany(file => ConformanceDefinitions.Of(file).Take(8)).ToList();
        var (stored, refused) = (0, 0);
        for (var seed = 0; seed < Mutated; seed++)
        {
            var text = MutatedDefinition.Of(Identified(wholes[seed % wholes.Count], seed), seed);
            var before = seed % 20 == 0 ? await Everything() : null;
            try
            {
                var report = await Import(File("any.json", text));
                var exported = await Send(new ExportFlow(Admin, report.Flows.Single().DefinitionId, null));
                Same(Encoding.UTF8.GetString(exported.Content), FlowDefinition.Parse(text).ToJson()).Should().BeTrue($"seed {seed}");
                stored++;
            }
            catch (RuleBrokenException broken)
            {
                broken.Where.Should().StartWith("any.json", $"seed {seed} names its place");
                refused++;
                if (before is not null)
                {
                    (await Everything()).Should().Equal(before);
                }
            }
        }

        stored.Should().BeGreaterThan(Mutated / 2);
        refused.Should().BeGreaterThan(Mutated / 20);
    }

    private static string Identified(string whole, int number)
    {
        var document = JsonNode.Parse(whole)!.AsObject();
        (document["definitionId"], document["name"]) = ($"any-{number}", $"Any {number}");
        return document.ToJsonString();
    }

    private static bool Same(string one, string other) => JsonNode.DeepEquals(WithoutMarks(one), WithoutMarks(other));

    private static JsonObject WithoutMarks(string json)
    {
        var document = JsonNode.Parse(json, documentOptions: new() { MaxDepth = 200 })!.AsObject();
        foreach (var mark in Marks)
        {
            document.Remove(mark);
        }

        return document;
    }
}
