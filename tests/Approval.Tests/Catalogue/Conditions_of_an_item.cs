using System.Text.Json;
using ApprovalEngine.Contracts.Forms;

namespace Approval.Tests.Catalogue;

public sealed class Conditions_of_an_item
{
    private const string Box = """{"code":"a","type":"Boolean"}""";

    [Theory]
    [InlineData("""BOX,{"code":"b","when":{"field":"a","in":[true]}}""", null)]
    [InlineData("""BOX,{"code":"b","when":{"field":"a","in":["true","false"]}}""", null)]
    [InlineData("""BOX,{"code":"b","when":null}""", null)]
    [InlineData("""BOX,{"code":"b","when":{"field":"x","in":[true]}}""", "ConditionFieldUnknown b")]
    [InlineData("""BOX,{"code":"b","when":"a"}""", "ConditionFieldUnknown b")]
    [InlineData("""{"code":"b","when":{"field":"a","in":[true]}},BOX""", "ConditionFieldLater b")]
    [InlineData("""{"code":"b","type":"Boolean","when":{"field":"b","in":[true]}}""", "ConditionFieldLater b")]
    [InlineData("""{"code":"a","type":"Boolean","when":{"field":"b","in":[true]}},{"code":"b","type":"Boolean","when":{"field":"a","in":[true]}}""", "ConditionFieldLater a")]
    [InlineData("""{"code":"a","type":"Text"},{"code":"b","when":{"field":"a","in":["x"]}}""", "ConditionFieldKind b")]
    [InlineData("""BOX,{"code":"b","when":{"field":"a","in":[]}}""", "ConditionWithoutValue b")]
    [InlineData("""BOX,{"code":"b","when":{"field":"a","equals":true}}""", "ConditionWithoutValue b")]
    [InlineData("""{"code":"a","type":"Choice","options":[{"value":"x"}]},{"code":"b","when":{"field":"a","in":["x","y"]}}""", "ConditionValueUnknown b")]
    [InlineData("""BOX,{"code":"g","type":"Group","fields":[{"code":"b","when":{"field":"a","in":[true]}}]}""", "ConditionFieldUnknown b")]
    [InlineData("""{"code":"g","type":"Group","fields":[BOX,{"code":"b","when":{"field":"a","in":[true]}}]}""", null)]
    public void name_a_field_before_and_values_that_it_can_have(string fields, string? fault)
    {
        var faults = ConditionRule.FaultsIn(FormJson.Fields(JsonElement.Parse($$"""{"fields":[{{fields.Replace("BOX", Box, StringComparison.Ordinal)}}]}""")));

        faults.Select(one => $"{one.Code} {one.Owner}").Should().Equal(fault is null ? [] : [fault]);
    }

    [Fact]
    public void are_right_in_what_is_shipped()
    {
        using var catalogue = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "catalogue.json")));
        var conditions = 0;
        foreach (var item in catalogue.RootElement.GetProperty("items").EnumerateArray())
        {
            var fields = FormJson.Fields(item.GetProperty("form"));
            var materials = item.GetProperty("materials").EnumerateArray().Select(FieldCondition.Of).OfType<FieldCondition>().ToList();
            conditions += materials.Count + fields.Count(field => field.When is not null);

            ConditionRule.FaultsIn(fields).Should().BeEmpty();
            materials.Select(when => ConditionRule.FaultIn("", when, fields, fields.Count)).OfType<ConditionFault>().Should().BeEmpty();
        }

        conditions.Should().BePositive();
    }
}
