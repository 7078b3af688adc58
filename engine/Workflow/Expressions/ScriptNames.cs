namespace ApprovalEngine.Workflow.Expressions;

/// <summary>The names that a script can use: setting up only those makes an engine in a fraction of the time.</summary>
internal sealed class ScriptNames(string script)
{
    // Whoever reaches the global object by "this" or "globalThis" may put any name together; an escape may spell one.
    private readonly bool mayHoldAny = script.Contains("this", StringComparison.OrdinalIgnoreCase) || script.Contains('\\', StringComparison.Ordinal);

    /// <summary>Whether a name can be meant.</summary>
    public bool MayHold(string name) => mayHoldAny || script.Contains(name, StringComparison.Ordinal);
}
