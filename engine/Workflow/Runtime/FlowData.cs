using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// Variables, inputs and outputs of a run. In safe mode all of them are kept; in Elsa's modes only what has a workflow storage driver,
/// and outputs live for one run (conformance points 17 to 19).
/// </summary>
internal sealed class FlowData
{
    private readonly Run run;

    // Only what this step writes; the rest is read from the state when it is asked for.
    private readonly Dictionary<string, object?> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object?> outputs = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, JsonNode?> inputs;
    private ImmutableSortedDictionary<string, JsonObject> closedScopes;

    public FlowData(Run run)
    {
        this.run = run;
        inputs = run.Before.Inputs;
        closedScopes = run.Before.ClosedScopes;
    }

    /// <summary>The last result of any activity in this run.</summary>
    public object? LastResult { get; private set; }

    /// <summary>Workflow outputs set so far.</summary>
    public ImmutableSortedDictionary<string, JsonNode?> Output { get; private set; } = None.Values;

    /// <summary>Names of the inputs: those of the start, then what the shell supplies.</summary>
    public IEnumerable<string> InputNames => inputs.Keys.Union(run.Context.Facts?.Select(fact => fact.Key) ?? []);

    /// <summary>Takes the inputs of the start.</summary>
    public void Start(JsonObject? given)
    {
        foreach (var (name, value) in given ?? [])
        {
            inputs = inputs.SetItem(name, value?.DeepClone());
        }
    }

    /// <summary>An input; null when there is none.</summary>
    public object? Input(string name) =>
        FlowValue.From(inputs.TryGetValue(name, out var value) ? value : run.Context.Facts?[name]);

    /// <summary>Sets a workflow output.</summary>
    public void SetWorkflowOutput(string name, object? value) => Output = Output.SetItem(name, FlowValue.ToJson(value));

    /// <summary>Sets an activity's output, and the variable bound to it.</summary>
    /// <param name="frame">The activity's frame.</param>
    /// <param name="name">Output as camelCase property; <c>result</c> is the activity's result.</param>
    /// <param name="value">The value.</param>
    public void SetOutput(Frame frame, string name, object? value)
    {
        outputs[OutputKey(frame.Node.Id, name)] = value;
        run.Trace?.Gave(frame, name, value);
        if (name == "result")
        {
            LastResult = value;
        }

        if (frame.Node.Outputs.TryGetValue(name, out var variable))
        {
            // Outside of a definition used as an activity its own variables are not in sight.
            SetVariableById(frame.Node.Used is null ? frame : frame.Parent ?? frame, variable, value);
        }
    }

    /// <summary>An activity's output by the activity's id or name; inside a definition used as an activity its own activities come first.</summary>
    public object? GetOutput(Frame frame, string activity, string? output)
    {
        var id = Find(frame, activity);
        return id is null ? null
            : outputs.TryGetValue(OutputKey(id, output ?? "result"), out var value) ? value
            : FlowValue.From(run.Before.Results.GetValueOrDefault(OutputKey(id, output ?? "result")));
    }

    /// <summary>The id of an activity that a flow's text names by its id or name, seen from a frame; null when there is none.</summary>
    public string? Find(Frame frame, string activity)
    {
        var within = Activities.Elsa.DefinitionActivity.Around(frame) is { } used ? used.Node.Id + "/" : "";
        return run.Flow.Activities.ContainsKey(within + activity) ? within + activity
            : run.Flow.Activities.Values.FirstOrDefault(node => node.Name == activity && node.Id.StartsWith(within, StringComparison.Ordinal))?.Id;
    }

    /// <summary>Names of the variables that a frame sees, nearest first.</summary>
    public IEnumerable<string> VariableNames(Frame frame) =>
        frame.Path.SelectMany(scope => scope.Node.Variables.Select(variable => variable.Name).Concat(scope.Variables?.Keys ?? Enumerable.Empty<string>()))
            .Concat(run.Flow.Variables.Select(variable => variable.Name)).Concat(run.Before.Variables.Keys).Concat(variables.Keys).Distinct();

    /// <summary>A variable by its name, nearest first.</summary>
    public bool TryGetVariable(Frame frame, string name, out object? value)
    {
        foreach (var scope in frame.Path)
        {
            if (TryGet(scope.Variables, scope.Node.Variables, name, out value))
            {
                return true;
            }
        }

        if (!variables.ContainsKey(name) && run.Before.Variables.TryGetValue(name, out var kept))
        {
            value = Read(kept, Declared(null, name));
            return true;
        }

        return TryGet(variables, run.Flow.Variables, name, out value);
    }

    /// <summary>A variable by its id, nearest first.</summary>
    public bool TryGetVariableById(Frame frame, string id, out object? value)
    {
        value = null;
        return NameOf(frame, id) is { } name && TryGetVariable(frame, name, out value);
    }

    /// <summary>Writes a variable; a name that does not exist is created in the workflow's scope, as Elsa does.</summary>
    public void SetVariable(Frame frame, string name, object? value)
    {
        var scope = frame.Path.FirstOrDefault(scope => scope.Variables?.ContainsKey(name) == true || scope.Node.Variables.Any(variable => variable.Name == name));
        var target = scope is null ? variables : scope.Variables ??= new(StringComparer.Ordinal);
        target[FlowValue.Storable(name)!] = Coerce(value, Declared(scope, name));
    }

    /// <summary>Writes a variable by its id.</summary>
    public void SetVariableById(Frame frame, string id, object? value) => SetVariable(frame, NameOf(frame, id) ?? id, value);

    /// <summary>The scope of a container that has ended is kept for a return (safe rule 8).</summary>
    public void Leave(Frame frame)
    {
        if (run.IsSafe && frame.Node.Variables.Length > 0 && frame.Variables is not null)
        {
            closedScopes = closedScopes.SetItem(frame.Node.Id, new JsonObject(frame.Variables.Select(pair => KeyValuePair.Create(pair.Key, FlowValue.ToJson(pair.Value)?.DeepClone()))));
        }
    }

    /// <summary>The scope of a container as it was when it last ended.</summary>
    public Dictionary<string, object?>? ClosedScope(ActivityNode node) =>
        closedScopes.TryGetValue(node.Id, out var values)
            ? values.ToDictionary(pair => pair.Key, pair => Read(pair.Value, node.Variables.FirstOrDefault(variable => variable.Name == pair.Key)), StringComparer.Ordinal)
            : null;

    /// <summary>Values of a frame of the state.</summary>
    public void Thaw(Frame frame, ImmutableSortedDictionary<string, JsonNode?> values)
    {
        if (!values.IsEmpty)
        {
            frame.Variables = values.ToDictionary(pair => pair.Key, pair => Read(pair.Value, Declared(frame, pair.Key)), StringComparer.Ordinal);
        }
    }

    /// <summary>A frame's values for the state.</summary>
    public ImmutableSortedDictionary<string, JsonNode?> Freeze(Frame frame) => Kept(None.Values, frame.Variables, frame);

    /// <summary>What is kept of the data.</summary>
    public FlowState Freeze(FlowState state) => state with
    {
        Variables = Kept(state.Variables, variables, null),
        Inputs = run.IsSafe || inputs == state.Inputs ? inputs : inputs.RemoveRange(inputs.Keys.Where(name => !IsKeptInput(name))),
        Results = run.IsSafe ? With(state.Results, outputs) : None.Values,
        ClosedScopes = run.Status == FlowStatus.Running ? closedScopes : closedScopes.Clear(),
        Output = state.Output.SetItems(Output),
    };

    /// <summary>What was kept before, with what is kept of the values.</summary>
    private ImmutableSortedDictionary<string, JsonNode?> Kept(ImmutableSortedDictionary<string, JsonNode?> before, Dictionary<string, object?>? values, Frame? scope)
    {
        if (values is null or { Count: 0 })
        {
            return before;
        }

        return With(before, run.IsSafe || run.Status == FlowStatus.Finished ? values : values.Where(pair => Declared(scope, pair.Key) is not { IsKept: false }));
    }

    private static ImmutableSortedDictionary<string, JsonNode?> With(ImmutableSortedDictionary<string, JsonNode?> before, IEnumerable<KeyValuePair<string, object?>> values)
    {
        foreach (var (name, value) in values)
        {
            before = before.SetItem(name, FlowValue.ToJson(value));
        }

        return before;
    }

    private bool IsKeptInput(string name) => run.Flow.Inputs.Any(input => input.Name == name && input.IsKept);

    private VariableDefinition? Declared(Frame? scope, string name) =>
        (scope?.Node.Variables ?? run.Flow.Variables).FirstOrDefault(variable => variable.Name == name);

    private string? NameOf(Frame frame, string id) =>
        frame.Path.SelectMany(scope => scope.Node.Variables).Concat(run.Flow.Variables).FirstOrDefault(variable => variable.Id == id)?.Name;

    private static object? Read(JsonNode? json, VariableDefinition? declared) => Coerce(FlowValue.From(json), declared);

    private static object? Coerce(object? value, VariableDefinition? declared) =>
        declared is null ? value : FlowValue.Coerce(value, declared.TypeName, declared.IsArray);

    private static bool TryGet(Dictionary<string, object?>? values, ImmutableArray<VariableDefinition> declared, string name, out object? value)
    {
        if (values is not null && values.TryGetValue(name, out value))
        {
            return true;
        }

        var definition = declared.FirstOrDefault(variable => variable.Name == name);
        value = definition is null ? null : FlowValue.Default(definition);
        return definition is not null;
    }

    private static string OutputKey(string activity, string output) =>
        string.Equals(output, "result", StringComparison.OrdinalIgnoreCase) ? activity : $"{activity}/{char.ToLowerInvariant(output[0])}{output[1..]}";
}
