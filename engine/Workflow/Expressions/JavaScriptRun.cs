using System.Text.Json.Nodes;
using Jint;
using Jint.Native;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>One evaluation: what the script reads from and writes to its scope. An object that it changes in place is written back at the end, as Elsa does.</summary>
internal sealed class JavaScriptRun(Engine engine, IExpressionScope scope)
{
    private readonly Dictionary<string, (JsValue Value, JsonNode Original)> lent = [];
    private Dictionary<string, JsValue>? inputs;

    public Engine Engine { get; } = engine;

    public IExpressionScope Scope { get; } = scope;

    /// <summary>An input; the same value each time it is asked for.</summary>
    public JsValue Input(string name)
    {
        inputs ??= [];
        if (!inputs.TryGetValue(name, out var value))
        {
            inputs[name] = value = JavaScriptValues.ToScript(Engine, Scope.GetInput(name));
        }

        return value;
    }

    public bool TryRead(string name, out JsValue value)
    {
        if (lent.TryGetValue(name, out var before))
        {
            value = before.Value;
            return true;
        }

        if (!Scope.TryGetVariable(name, out var found))
        {
            value = JsValue.Undefined;
            return false;
        }

        value = JavaScriptValues.ToScript(Engine, found);
        if (found is JsonNode original)
        {
            lent[name] = (value, original);
        }

        return true;
    }

    public void Write(string name, JsValue value)
    {
        lent.Remove(name);
        Scope.SetVariable(name, JavaScriptValues.ToFlow(value));
    }

    public void WriteBack()
    {
        foreach (var (name, (value, original)) in lent)
        {
            var now = JavaScriptValues.ToFlow(value);
            if (now is not JsonNode json || !JsonNode.DeepEquals(json, original))
            {
                Scope.SetVariable(name, now);
            }
        }
    }
}
