using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>The functions that Elsa gives a script (elsa-format.md, section 3).</summary>
internal static class JavaScriptFunctions
{
    private static readonly Dictionary<string, Func<JavaScriptRun, JsValue[], JsValue>> Fixed = new()
    {
        ["getVariable"] = (run, arguments) => run.TryRead(Text(arguments), out var value) ? value : JsValue.Null,
        ["setVariable"] = (run, arguments) => Write(run, Text(arguments), At(arguments, 1)),
        ["getInput"] = (run, arguments) => run.Input(Text(arguments)),
        ["getOutputFrom"] = (run, arguments) => Give(run, run.Scope.GetOutput(Text(arguments), OptionalText(arguments, 1))),
        ["getLastResult"] = (run, _) => Give(run, run.Scope.LastResult),
        ["getWorkflowInstanceId"] = (run, _) => Give(run, run.Scope.InstanceId),
        ["getWorkflowInstanceName"] = (run, _) => Give(run, run.Scope.InstanceName),
        ["getWorkflowDefinitionId"] = (run, _) => Give(run, run.Scope.DefinitionId),
        ["getWorkflowDefinitionVersion"] = (run, _) => Give(run, run.Scope.DefinitionVersion),
        ["getCorrelationId"] = (run, _) => Give(run, run.Scope.CorrelationId),
        ["setCorrelationId"] = SetCorrelationId,
        ["isNullOrWhiteSpace"] = (run, arguments) => Give(run, string.IsNullOrWhiteSpace(OptionalText(arguments))),
        ["isNullOrEmpty"] = (run, arguments) => Give(run, string.IsNullOrEmpty(OptionalText(arguments))),
        ["parseGuid"] = ParseGuid,
        ["toJson"] = (run, arguments) => Give(run, FlowValue.ToJsonText(JavaScriptValues.ToFlow(At(arguments)))),
        ["setOutcome"] = (run, arguments) => SetOutcomes(run, arguments),
        ["setOutcomes"] = (run, arguments) => SetOutcomes(run, arguments is [JsArray names] ? [.. names] : arguments),
    };

    private static readonly ParsedCache<string> Pascals = new(PascalAnew);

    /// <summary>The names that a script finds in any scope.</summary>
    public static IEnumerable<string> Names => Fixed.Keys.Append("variables");

    /// <summary>Adds what the script can reach; most scripts need one or two.</summary>
    public static void Add(JavaScriptRun run, ScriptNames names)
    {
        foreach (var name in names.Functions)
        {
            if (Fixed.TryGetValue(name, out var body))
            {
                Add(run, name, arguments => body(run, arguments));
            }
            else
            {
                run.Engine.SetValue(name, (JsValue)new JavaScriptVariables(run));
            }
        }

        if (names.MayHold("Math"))
        {
            AddRandom(run);
        }

        if (names.MayHold("et"))
        {
            AddAccessors(run, names);
        }
    }

    /// <summary>A variable's name as its accessors spell it: getRiskLevel() for <c>risk_level</c>. An input's keeps its case.</summary>
    public static string Pascal(string name) => Pascals.Get(name);

    private static string PascalAnew(string name) =>
        string.Concat(name.Split('_', ' ', '-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void AddAccessors(JavaScriptRun run, ScriptNames names)
    {
        foreach (var name in run.Scope.VariableNames)
        {
            if (names.MayHold(Pascal(name)))
            {
                AddOwn(run, names, "get" + Pascal(name), _ => run.TryRead(name, out var value) ? value : JsValue.Null);
                AddOwn(run, names, "set" + Pascal(name), arguments => Write(run, name, At(arguments)));
            }
        }

        foreach (var name in run.Scope.InputNames)
        {
            if (names.MayHold(name))
            {
                AddOwn(run, names, "get" + name, _ => run.Input(name));
            }
        }
    }

    private static void AddOwn(JavaScriptRun run, ScriptNames names, string name, Func<JsValue[], JsValue> body)
    {
        if (names.MayHold(name) && !run.Engine.Global.HasProperty(name))
        {
            Add(run, name, body);
        }
    }

    private static void AddRandom(JavaScriptRun run)
    {
        var random = new StepRandom(run.Scope.Seed);
        run.Engine.Global.Get("Math").AsObject().Set("random", new ClrFunction(run.Engine, "random", (_, _) => JsNumber.Create(random.Next())));
    }

    private static void Add(JavaScriptRun run, string name, Func<JsValue[], JsValue> body) =>
        run.Engine.SetValue(name, (JsValue)new ClrFunction(run.Engine, name, (_, arguments) => body(arguments)));

    private static JsValue Give(JavaScriptRun run, object? value) => JavaScriptValues.ToScript(run.Engine, value);

    private static JsValue At(JsValue[] arguments, int index = 0) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static string Text(JsValue[] arguments) => OptionalText(arguments) ?? "";

    private static string? OptionalText(JsValue[] arguments, int index = 0) =>
        At(arguments, index) is var value && !value.IsNull() && !value.IsUndefined() ? value.ToString() : null;

    private static JsValue Write(JavaScriptRun run, string name, JsValue value)
    {
        run.Write(name, value);
        return JsValue.Undefined;
    }

    private static JsValue SetCorrelationId(JavaScriptRun run, JsValue[] arguments)
    {
        run.Scope.CorrelationId = OptionalText(arguments);
        return JsValue.Undefined;
    }

    private static JsValue ParseGuid(JavaScriptRun run, JsValue[] arguments) =>
        Give(run, Guid.TryParse(OptionalText(arguments), out var id) ? id.ToString() : throw new ExpressionException($"'{Text(arguments)}' is no GUID."));

    private static JsValue SetOutcomes(JavaScriptRun run, JsValue[] names)
    {
        run.Scope.SetOutcomes([.. names.Select(name => name.ToString())]);
        return JsValue.Undefined;
    }
}
