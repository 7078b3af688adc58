namespace ApprovalEngine.Workflow.Expressions;

/// <summary>
/// What an expression sees. Implemented by the runtime for a running activity, and by the linter's and designer's trials.
/// Values are <em>flow values</em>: null, string, bool, int, long, double, decimal, DateTimeOffset, TimeSpan, JsonArray or JsonObject.
/// </summary>
public interface IExpressionScope
{
    /// <summary>What the scripts of the step share; null where an expression stands alone.</summary>
    ScriptBudget? Budget => null;

    /// <summary>Names of the variables in scope, nearest first.</summary>
    IEnumerable<string> VariableNames { get; }

    /// <summary>A variable by its name; false when there is none.</summary>
    bool TryGetVariable(string name, out object? value);

    /// <summary>A variable by its id; false when there is none.</summary>
    bool TryGetVariableById(string id, out object? value);

    /// <summary>Writes a variable, converted to its type; a name that does not exist is created in the workflow's scope as Elsa does.</summary>
    void SetVariable(string name, object? value);

    /// <summary>Names of the inputs.</summary>
    IEnumerable<string> InputNames { get; }

    /// <summary>A workflow input; null when there is none.</summary>
    object? GetInput(string name);

    /// <summary>An activity's output, by the activity's id or name; null output name means its result.</summary>
    object? GetOutput(string activity, string? output);

    /// <summary>The last result of any activity in this run.</summary>
    object? LastResult { get; }

    /// <summary>Instant of the step (UTC): <c>Date</c> in JavaScript and <c>now</c> in Liquid.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Zone in which scripts and templates see local dates and hours: the centre's (field-lessons.md, "Overdue today?").</summary>
    TimeZoneInfo Zone => TimeZoneInfo.Utc;

    /// <summary>
    /// What cannot be converted to an input's type becomes what .NET's type holds by default, as in real Elsa, instead of a fault. Safe mode
    /// does not do so: a mistyped limit must not count as 0.
    /// </summary>
    bool IsLenient => false;

    /// <summary>Seed of the step for <c>Math.random</c>.</summary>
    ulong Seed { get; }

    /// <summary>Id of the instance.</summary>
    string InstanceId { get; }

    /// <summary>Id of the definition.</summary>
    string DefinitionId { get; }

    /// <summary>Version of the definition.</summary>
    int DefinitionVersion { get; }

    /// <summary>Name of the instance.</summary>
    string? InstanceName { get; }

    /// <summary>Correlation id; can be set.</summary>
    string? CorrelationId { get; set; }

    /// <summary>Called by <c>setOutcome(s)</c> in RunJavaScript.</summary>
    void SetOutcomes(IReadOnlyList<string> outcomes);
}
