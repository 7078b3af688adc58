using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Linting;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>Each finding about a flow's mode shown by the smallest flow that gives cause for it, and by one beside it that does not.</summary>
public sealed class What_loses_doubles_or_hangs_work
{
    private static readonly string[] Before = ["set", "wait", "last"];
    private static readonly string[] Behind = ["wait", "set", "last"];

    private static readonly Dictionary<string, (Func<Draft> Cause, Func<Draft> None)> Table = new()
    {
        ["Warning BackwardNotValid b"] = (() => Ring("counter"), () => Ring("safe")),
        ["Warning RaceOverContainer join"] = (() => Race(Container("Elsa.Event")), () => Race(Container("Elsa.WriteLine"))),
        ["Warning MergeRunsAgain m"] = (() => Meeting("token", new Draft().Add("m", "Elsa.WriteLine")), () => Meeting("token", new Draft().Add("m", "Elsa.FlowJoin", ("mode", "WaitAll")))),
        ["Warning TokenNeverConsumed m"] = (() => Chosen("token", "WaitAll"), () => Meeting("token", new Draft().Add("m", "Elsa.FlowJoin", ("mode", "WaitAll")))),
        ["Warning ConvergeNeverStarts head"] = (() => Loop("Converge"), () => Loop("Merge")),
        ["Warning EndDropsBranch end"] = (() => Ending("l"), () => Ending("m")),
        ["Warning BreakOutsideLoop stop"] = (() => new Draft().Add("stop", "Elsa.Break"), () => new Draft().Add("loop", "Elsa.While", ("body", Node("stop", "Elsa.Break")))),
        ["Warning CompleteLeadsOn c"] = (() => Nested(JsonNode.Parse("""[ { "source": { "activity": "c" }, "target": { "activity": "d" } } ]""")!), () => Nested(new JsonArray())),
        ["Warning StartsNothing t"] = (() => new Draft().Add("t", "Elsa.Timer", ("interval", "00:10:00"), ("customProperties", Starts(true))), () => new Draft().Add("t", "Elsa.Timer", ("interval", "00:10:00"), ("customProperties", Starts(false)))),
        ["Error LiteralDoesNotFit t"] = (() => new Draft().Add("t", "Elsa.Cron", ("cronExpression", "each morning")), () => new Draft().Add("t", "Elsa.Cron", ("cronExpression", "0 9 * * *"))),
        ["Warning VariableNotKept last"] = (() => Keeping("counter", Before), () => Keeping("counter", Behind)),
        ["Warning OutputNotKept last"] = (() => Output(waits: true), () => Output(waits: false)),
        ["Warning ElsaRunsOtherwise last"] = (() => Keeping("safe", Before), () => Keeping("safe", Before).Add("own", "Approval.Notify", ("to", "applicant"), ("text", "x")).Connect("last", "Done", "own")),
    };

    public static TheoryData<string> Findings => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Findings))]
    public void is_told_where_there_is_cause(string finding) => Table[finding].Cause().Said().Should().Contain(finding);

    [Theory]
    [MemberData(nameof(Findings))]
    public void is_not_told_where_there_is_none(string finding) => Table[finding].None().Said().Should().NotContain(finding);

    [Fact]
    public void blocks_the_flow_of_an_item_unless_taken_upon_oneself()
    {
        var draft = Chosen("token", "WaitAll").Bound();

        draft.Said().Should().Contain("Error TokenNeverConsumed m");
        draft.Said(new LintContext { Overridden = [FindingCodes.TokenNeverConsumed] }).Should().Contain("Warning TokenNeverConsumed m");
    }

    [Theory]
    [InlineData("ContinueWithIncidentsStrategy", "counter", true)]
    [InlineData("ContinueWithIncidentsStrategy", "safe", false)]
    [InlineData("FaultStrategy", "counter", false)]
    public void is_a_fault_that_leaves_an_instance_hanging(string strategy, string mode, bool isTold)
    {
        var flow = new Draft().Mode(mode).Add("a", "Elsa.WriteLine").Definition().With(document => document["options"] = new JsonObject { ["incidentStrategyType"] = strategy });

        Linter.Check(flow).Any(finding => finding.Code == FindingCodes.FaultLeavesHanging).Should().Be(isTold);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("WorkflowInstanceStorageDriver", false)]
    public void is_an_input_read_behind_a_wait(string? driver, bool isTold)
    {
        var flow = Keeping("counter", Before).With("last", "text", Draft.Wrapped("JavaScript", "getInput('who')")).Definition()
            .With(document => document["inputs"] = new JsonArray(new JsonObject { ["name"] = "who", ["type"] = "String", ["storageDriverType"] = driver }));

        Linter.Check(flow).Any(finding => finding.Code == FindingCodes.InputNotKept).Should().Be(isTold);
    }

    private static Draft Ring(string mode) => new Draft().Mode(mode).Add("s", "Elsa.FlowDecision").Add("a", "Elsa.FlowNode").Add("b", "Elsa.FlowNode")
        .Connect("s", "True", "a").Connect("s", "False", "b").Connect("a", "Done", "b").Connect("b", "Done", "a");

    private static Draft Fork(Draft draft) => draft.Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("l", "Elsa.WriteLine").Add("r", "Elsa.Event", ("eventName", "E"))
        .Connect("fork", "L", "l").Connect("fork", "R", "r");

    private static Draft Meeting(string mode, Draft draft) => Starting(Fork(draft.Mode(mode))).Connect("l", "Done", "m").Connect("r", "Done", "m");

    // The first activity without inbound connections would be the merge else.
    private static Draft Starting(Draft draft) => draft.Add("go", "Elsa.Start").Connect("go", "Done", "fork");

    private static Draft Chosen(string mode, string join) => new Draft().Mode(mode).Add("go", "Elsa.Start").Add("choose", "Elsa.FlowDecision").Add("a", "Elsa.WriteLine").Add("b", "Elsa.WriteLine").Add("m", "Elsa.FlowJoin", ("mode", join))
        .Connect("go", "Done", "choose").Connect("choose", "True", "a").Connect("choose", "False", "b").Connect("a", "Done", "m").Connect("b", "Done", "m");

    private static Draft Race(JsonObject container) => new Draft().Mode("counter").Add("go", "Elsa.Start").Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("l", "Elsa.Event", ("eventName", "E"))
        .Add("r", "Elsa.Sequence", ("activities", new JsonArray(container))).Add("join", "Elsa.FlowJoin", ("mode", "WaitAny"))
        .Connect("go", "Done", "fork").Connect("fork", "L", "l").Connect("fork", "R", "r").Connect("l", "Done", "join").Connect("r", "Done", "join");

    private static JsonObject Container(string type) => new() { ["id"] = "inner", ["type"] = type };

    private static Draft Loop(string merge) => new Draft().Mode("token").Add("go", "Elsa.Start").Add("head", "Elsa.FlowNode", ("customProperties", new JsonObject { ["mergeMode"] = merge })).Add("again", "Elsa.FlowDecision")
        .Connect("go", "Done", "head").Connect("head", "Done", "again").Connect("again", "True", "head");

    private static Draft Ending(string behind)
    {
        var draft = Starting(Fork(new Draft().Mode("counter"))).Add("m", "Elsa.FlowJoin", ("mode", "WaitAll")).Add("end", "Elsa.End").Connect("r", "Done", "m").Connect(behind, "Done", "end");
        return behind == "m" ? draft.Connect("l", "Done", "m") : draft;
    }

    private static JsonObject Node(string id, string type) => new() { ["id"] = id, ["type"] = type };

    private static JsonObject Starts(bool can) => new() { ["canStartWorkflow"] = can };

    private static Draft Nested(JsonNode connections) => new Draft().Add("inner", "Elsa.Flowchart", ("activities", new JsonArray(Node("c", "Elsa.Complete"), Node("d", "Elsa.WriteLine"))), ("connections", connections));

    private static Draft Keeping(string mode, string[] order)
    {
        var draft = new Draft().Mode(mode).Variable("risk").Add("go", "Elsa.Start")
            .Add("set", "Elsa.SetVariable", ("variable", new JsonObject { ["id"] = "v-risk", ["name"] = "risk" }), ("value", "high"))
            .Add("wait", "Elsa.Event", ("eventName", "E")).Add("last", "Elsa.WriteLine", ("text", Draft.Wrapped("JavaScript", "variables.risk")));
        var before = "go";
        foreach (var next in order)
        {
            draft.Connect(before, "Done", next);
            before = next;
        }

        return draft;
    }

    private static Draft Output(bool waits)
    {
        var draft = new Draft().Mode("counter").Add("go", "Elsa.Start").Add("calc", "Elsa.RunJavaScript", ("script", "1")).Add("wait", "Elsa.Event", ("eventName", "E"))
            .Add("last", "Elsa.WriteLine", ("text", Draft.Wrapped("JavaScript", "getOutputFrom('calc')"))).Connect("go", "Done", "calc");
        return waits ? draft.Connect("calc", "Done", "wait").Connect("wait", "Done", "last") : draft.Connect("calc", "Done", "last").Connect("last", "Done", "wait");
    }
}
