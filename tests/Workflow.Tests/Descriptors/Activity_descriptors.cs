using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Definitions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Descriptors;

public sealed class Activity_descriptors
{
    private static readonly Dictionary<string, JsonObject> Elsas = Golden.Read("descriptors-activities")["items"]!.AsArray()
        .Select(item => item!.AsObject()).ToDictionary(item => (string)item["typeName"]!);

    public static TheoryData<string> ElsaTypes => [.. ActivityDescriptors.All.Select(descriptor => descriptor.TypeName).Where(Elsas.ContainsKey)];

    [Fact]
    public void stand_for_every_type_that_is_executed_and_no_other()
    {
        ActivityDescriptors.All.Select(descriptor => descriptor.TypeName).Should().BeEquivalentTo(ActivityTypes.Executed.Append("Elsa.NotFoundActivity"));
        ActivityDescriptors.All.Where(descriptor => descriptor.Namespace == "Elsa").Should().OnlyContain(descriptor => Elsas.ContainsKey(descriptor.TypeName));
    }

    [Theory]
    [MemberData(nameof(ElsaTypes))]
    public void have_the_inputs_outputs_and_ports_of_real_Elsa(string typeName)
    {
        var ours = DescriptorJson.Write(ActivityDescriptors.Find(typeName)!, "en");
        var elsas = Elsas[typeName];

        foreach (var member in new[] { "typeName", "namespace", "name", "version", "kind", "isContainer", "isBrowsable", "isStart", "isTerminal", "runAsynchronously" })
        {
            JsonNode.DeepEquals(ours[member], elsas[member]).Should().BeTrue(member);
        }

        Members(ours, "inputs", "name", "typeName", "isWrapped", "autoEvaluate").Should().BeEquivalentTo(Members(elsas, "inputs", "name", "typeName", "isWrapped", "autoEvaluate"));
        Members(ours, "outputs", "name", "typeName").Should().BeEquivalentTo(Members(elsas, "outputs", "name", "typeName"));
        Members(ours, "ports", "name", "type", "isBrowsable").Should().BeEquivalentTo(Members(elsas, "ports", "name", "type", "isBrowsable"));
        ours.Select(member => member.Key).Should().BeSubsetOf(elsas.Select(member => member.Key));
    }

    [Fact]
    public void speak_three_languages()
    {
        foreach (var descriptor in ActivityDescriptors.All)
        {
            Wording[] texts =
            [
                descriptor.Category, descriptor.DisplayName, descriptor.Description, .. descriptor.Inputs.Select(input => input.DisplayName),
                .. descriptor.Outputs.Select(output => output.DisplayName), .. descriptor.Ports.Select(port => port.DisplayName),
            ];
            texts.Should().OnlyContain(text => text.ZhHans.Length > 0 && text.ZhHant.Length > 0 && text.En.Length > 0 && text.En.All(char.IsAscii), descriptor.TypeName);
        }

        DescriptorJson.WriteAll("zh-Hant")["items"]!.AsArray().Select(item => (string)item!["displayName"]!).Should().Contain("審查任務");
        DescriptorJson.WriteAll("zh-Hans")["items"]!.AsArray().Select(item => (string)item!["displayName"]!).Should().Contain("审查任务");
    }

    [Fact]
    public void name_only_editors_that_Studio_knows() =>
        ActivityDescriptors.All.SelectMany(descriptor => descriptor.Inputs).Select(input => input.UiHint).Distinct().Should().BeSubsetOf(
        [
            "singleline", "multiline", "checkbox", "checklist", "radiolist", "dropdown", "multitext", "code-editor", "json-editor", "expression-editor", "datetime-picker",
            "dictionary", "dynamic-outcomes", "flow-switch-editor", "switch-editor", "http-status-codes", "variable-picker", "input-picker", "output-picker", "outcome-picker",
            "type-picker", "workflow-definition-picker",
        ]);

    [Fact]
    public void word_choices_in_the_readers_language_and_keep_their_values()
    {
        var decision = (string culture) => DescriptorJson.Write(ActivityDescriptors.Find("Approval.CloseCase")!, culture)["inputs"]![0]!["uiSpecifications"]!["dropdown"]!["selectList"]!;

        decision("zh-Hant")["items"]!.AsArray().Select(item => $"{item!["value"]}={item["text"]}").Should().Equal("Granted=准予", "Refused=不予", "Withdrawn=撤回", "Terminated=終止");
        decision("en")["items"]!.AsArray().Select(item => (string)item!["text"]!).Should().Equal("Granted", "Refused", "Withdrawn", "Terminated");
        ((bool)decision("en")["sortItems"]!).Should().BeFalse("the order is meant");
    }

    [Fact]
    public void have_choices_for_every_dropdown_and_checklist() =>
        ActivityDescriptors.All.SelectMany(descriptor => descriptor.Inputs).Where(input => input.UiHint is "dropdown" or "checklist" or "radiolist")
            .Should().OnlyContain(input => input.Choices.Length > 0 != (input.Source != ChoiceSource.None));

    [Fact]
    public void ask_the_server_for_what_only_it_knows() =>
        DescriptorJson.Write(ActivityDescriptors.Find("Approval.Countersign")!, "en")["inputs"]![0]!["uiSpecifications"]!.ToJsonString().Should().Be("""{"Refresh":true}""");

    [Fact]
    public void keep_the_overdue_port_beside_the_outcomes_that_the_designer_lists() =>
        DescriptorJson.Write(ActivityDescriptors.Find("Approval.ReviewTask")!, "en")["inputs"]![0]!["uiSpecifications"]!.ToJsonString()
            .Should().Be("""{"DynamicOutcomesOptions":{"fixedOutcomes":["Overdue"]}}""");

    [Fact]
    public void stand_for_exactly_what_the_runtime_executes() =>
        ActivityTypes.Executed.Where(type => type.StartsWith("Elsa.", StringComparison.Ordinal)).Should().BeSubsetOf(ActivityExecutors.Types);

    [Theory]
    [InlineData("Elsa.FlowSwitch", """ "cases": [ { "label": "A", "condition": { "type": "Literal", "value": true } }, { "label": "B" } ] """, "A,B,Default")]
    [InlineData("Elsa.FlowFork", """ "branches": { "typeName": "List<String>", "expression": { "type": "Object", "value": "[\"L\",\"R\"]" } } """, "L,R")]
    [InlineData("Elsa.FlowFork", """ "branches": { "typeName": "List<String>", "expression": { "type": "JavaScript", "value": "getInput('b')" } } """, null)]
    [InlineData("Elsa.RunJavaScript", """ "possibleOutcomes": { "typeName": "List<String>", "expression": { "type": "Object", "value": ["A"] } } """, "A,Done")]
    [InlineData("Elsa.RunJavaScript", "", null)]
    [InlineData("Elsa.FlowSendHttpRequest", """ "expectedStatusCodes": { "typeName": "List<Int32>", "expression": { "type": "Object", "value": "[200,404]" } } """, "200,404,Unmatched status code,Failed to connect,Timeout")]
    [InlineData("Elsa.FlowSendHttpRequest", "", "Failed to connect,Timeout,Done")]
    [InlineData("Elsa.BulkDispatchWorkflows", "", "Done")]
    [InlineData("Approval.ReviewTask", """ "outcomes": { "typeName": "List<String>", "expression": { "type": "Object", "value": "[\"Pass\",\"Return\"]" } } """, "Pass,Return,Overdue*")]
    [InlineData("Approval.ReviewTask", "", "Done,Overdue*")]
    [InlineData("Approval.PromiseClock", "", "Done,DueSoon*,Overdue*")]
    [InlineData("Approval.Countersign", "", "Granted,Refused,Overdue*")]
    [InlineData("Elsa.FlowDecision", "", "True,False")]
    [InlineData("Elsa.If", "", "Done")]
    [InlineData("Elsa.End", "", "")]
    [InlineData("Elsa.Fault", "", "")]
    [InlineData("Acme.Unknown", "", null)]
    public void give_the_ports_that_follow_from_the_inputs(string type, string inputs, string? ports)
    {
        var found = ActivityPorts.Of(Flows.Compile(Flows.Json(Flows.Activity("a", type, inputs.Trim()))).Activities["a"]);

        (found is { } list ? string.Join(",", list.Select(port => port.Name + (port.IsBeside ? "*" : ""))) : null).Should().Be(ports);
    }

    private static List<string> Members(JsonObject owner, string list, params string[] names) =>
        [.. owner[list]!.AsArray().Select(item => string.Join("|", names.Select(name => item![name]?.ToJsonString())))];
}
