using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Forms;
using CsCheck;

namespace Approval.Tests.Catalogue;

public sealed class Asking_for_a_field_at_times
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("""{"a":true}""", "a b")]
    [InlineData("""{"a":true,"b":"y"}""", "a b c")]
    [InlineData("""{"a":true,"b":"x"}""", "a b")]
    [InlineData("""{"a":false,"b":"y"}""", "a d")]
    [InlineData("""{"a":"true"}""", "a b")]
    [InlineData("{}", "a d")]
    public void follows_what_is_filled_in(string values, string asked)
    {
        var form = Form("""
            {"code":"a","type":"Boolean"},
            {"code":"b","type":"Choice","options":[{"value":"x"},{"value":"y"}],"when":{"field":"a","in":[true]}},
            {"code":"c","type":"Text","when":{"field":"b","in":["y"]}},
            {"code":"d","type":"Text","when":{"field":"a","in":[false]}}
            """);

        string.Join(' ', FormRule.Asked(form, Json(values)).Select(field => field.Code)).Should().Be(asked);
    }

    [Fact]
    public void never_begins_with_a_value_that_is_not_asked_for_itself() =>
        FormRule.Asked(Form("""{"code":"a","type":"Boolean"},{"code":"b","type":"Boolean","when":{"field":"a","in":[true]}},{"code":"c","type":"Text","when":{"field":"b","in":[false]}}"""), [])
            .Select(field => field.Code).Should().Equal("a");

    /// <summary>What the office sends of any form, however often boxes were ticked and unticked, is never refused for being too much, and asks for the same fields.</summary>
    [Fact]
    public void keeps_of_any_form_what_the_server_takes() => Gen.Select(AnyForm, AnyValues).Sample((form, values) =>
    {
        var kept = FormRule.Kept(form, values);

        FormRule.FaultsIn(form, kept, Today).Should().NotContain(fault => fault.Fault.Code == "NotAsked");
        FormRule.Asked(form, kept).Should().Equal(FormRule.Asked(form, values));
        FormRule.Kept(form, kept).ToJsonString().Should().Be(kept.ToJsonString());
        FormRule.Asked(form, values).Should().AllSatisfy(field => kept.ContainsKey(field.Code).Should().Be(values.ContainsKey(field.Code)));
        FormRule.FaultsIn(form, values, Today).Count(fault => fault.Fault.Code == "NotAsked").Should().Be(values.Count - kept.Count);
    });

    [Fact]
    public void takes_what_a_form_has_no_field_for() => FormRule.FaultsIn(Form("""{"code":"a","type":"Boolean"}"""), Json("""{"more":1}"""), Today).Should().BeEmpty();

    [Theory]
    [InlineData("""{"g":[{"t":1}]}""", "Few")]
    [InlineData("""{"g":[{"t":1},{"t":1},{"t":1},{"t":1}]}""", "Many")]
    [InlineData("""{"g":"one"}""", "Kind")]
    [InlineData("""{"g":[1,2]}""", "Kind")]
    [InlineData("""{"g":[]}""", "Missing")]
    [InlineData("""{"g":[{"t":1},{"t":{}}]}""", "Kind")]
    [InlineData("""{"g":[{"t":1},{"t":2}]}""", null)]
    [InlineData("""{"g":[{"t":1},{"t":2}],"n":"x"}""", "Number")]
    [InlineData("""{"g":[{"t":1},{"t":2}],"b":"true"}""", "Kind")]
    [InlineData("""{"g":[{"t":1},{"t":2}],"u":["D1"]}""", null)]
    public void looks_at_the_kind_of_every_value(string values, string? fault) => FormRule.FaultsIn(
        Form("""{"code":"g","type":"Group","required":true,"min":2,"max":3,"fields":[{"code":"t","type":"Text"}]},{"code":"n","type":"Integer"},{"code":"b","type":"Boolean"},{"code":"u","type":"Units"}"""),
        Json(values), Today).Select(one => one.Fault.Code).Should().Equal(fault is null ? [] : [fault]);

    [Theory]
    [InlineData("form.photos", "Photographs")]
    [InlineData("form.owners[0].identity", "Owners 1 · ID card")]
    [InlineData("form.gone", null)]
    [InlineData("photos", null)]
    public void calls_what_is_handed_in_at_it_by_its_name(string code, string? name) => FormPaper.NameOf(
        Form("""{"code":"photos","type":"Attachment","label":"Photographs"},{"code":"owners","type":"Group","label":"Owners","fields":[{"code":"identity","type":"Attachment","label":"ID card"}]}"""),
        code)?.En.Should().Be(name);

    private static IReadOnlyList<FormField> Form(string fields) => FormJson.Fields(JsonElement.Parse($$"""{"fields":[{{fields}}]}"""));

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>Boxes and texts, each of which may depend on any box before it.</summary>
    private static Gen<FormField[]> AnyForm => Gen.Select(Gen.Bool, Gen.Int[-3, 7], Gen.Bool).Array[1, 8].Select(parts => parts.Select((part, at) => new FormField($"f{at}", part.Item1 ? "Boolean" : "Text", LocalText.Same(""))
    {
        When = part.Item2 >= 0 && part.Item2 < at ? new($"f{part.Item2}", [part.Item3 ? "true" : "false"]) : null,
    }).ToArray());

    private static Gen<JsonObject> AnyValues => Gen.Int[0, 2].Array[8].Select(values => new JsonObject(
        values.Select((value, at) => KeyValuePair.Create($"f{at}", (JsonNode?)(value == 1))).Where((_, at) => values[at] > 0)));
}
