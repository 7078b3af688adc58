using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Tests.Expressions;

/// <summary>A scope that stands alone: variables by name, typed as a definition types them.</summary>
internal sealed class TestScope : IExpressionScope
{
    private readonly Dictionary<string, object?> values = [];
    private readonly Dictionary<string, VariableDefinition> definitions = [];

    public Dictionary<string, object?> Inputs { get; } = [];

    public Dictionary<string, object?> Outputs { get; } = [];

    public List<string> Outcomes { get; } = [];

    public IEnumerable<string> VariableNames => values.Keys;

    public IEnumerable<string> InputNames => Inputs.Keys;

    public object? LastResult { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public ulong Seed { get; set; } = 42;

    public string InstanceId => "case-1";

    public string DefinitionId => "flow-1";

    public int DefinitionVersion => 3;

    public string? InstanceName => "my name";

    public string? CorrelationId { get; set; }

    public object? this[string name] => values[name];

    public TestScope With(string name, string typeName, string? json = null)
    {
        var definition = new VariableDefinition("v-" + name, name, typeName, false, json, null);
        definitions[name] = definition;
        values[name] = FlowValue.Default(definition);
        return this;
    }

    public bool TryGetVariable(string name, out object? value) => values.TryGetValue(name, out value);

    public bool TryGetVariableById(string id, out object? value)
    {
        value = null;
        return definitions.Values.FirstOrDefault(definition => definition.Id == id) is { } found && values.TryGetValue(found.Name, out value);
    }

    public void SetVariable(string name, object? value) =>
        values[name] = FlowValue.Coerce(value, definitions.TryGetValue(name, out var definition) ? definition.TypeName : "Object");

    public object? GetInput(string name) => Inputs.GetValueOrDefault(name);

    public object? GetOutput(string activity, string? output) => Outputs.GetValueOrDefault(activity);

    public void SetOutcomes(IReadOnlyList<string> outcomes) => Outcomes.AddRange(outcomes);
}
