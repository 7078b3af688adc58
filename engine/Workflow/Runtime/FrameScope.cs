using ApprovalEngine.Workflow.Activities.Elsa;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What an expression of a running activity sees.</summary>
internal sealed class FrameScope(Run run, Frame frame) : IExpressionScope
{
    /// <summary>What a script chose by setOutcome(s); null when it did not.</summary>
    public IReadOnlyList<string>? Outcomes { get; private set; }

    public ScriptBudget? Budget => run.Spending.Scripts;

    public IEnumerable<string> VariableNames => run.Data.VariableNames(frame);

    public IEnumerable<string> InputNames => DefinitionActivity.Around(frame) is { } used ? DefinitionActivity.InputNames(used) : run.Data.InputNames;

    public object? LastResult => run.Data.LastResult;

    public DateTimeOffset Now => run.Context.Now;

    public TimeZoneInfo Zone => run.Context.Calendar.Zone;

    public bool IsLenient => !run.IsSafe;

    public ulong Seed => run.Context.Seed;

    public string InstanceId => run.Context.InstanceId;

    public string DefinitionId => run.Flow.Definition.DefinitionId;

    public int DefinitionVersion => run.Flow.Definition.Version;

    public string? InstanceName => run.Name;

    public string? CorrelationId
    {
        get => run.CorrelationId;
        set => run.CorrelationId = FlowValue.Storable(value);
    }

    public bool TryGetVariable(string name, out object? value) => run.Data.TryGetVariable(frame, name, out value);

    public bool TryGetVariableById(string id, out object? value) => run.Data.TryGetVariableById(frame, id, out value);

    public void SetVariable(string name, object? value) => run.Data.SetVariable(frame, name, value);

    public object? GetInput(string name) => DefinitionActivity.Around(frame) is { } used ? DefinitionActivity.Input(used, name) : run.Data.Input(name);

    public object? GetOutput(string activity, string? output) => run.Data.GetOutput(frame, activity, output);

    public void SetOutcomes(IReadOnlyList<string> outcomes) => Outcomes = outcomes;
}
