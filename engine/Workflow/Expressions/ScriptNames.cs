using Acornima.Ast;
using Jint;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>A prepared script with the names that it can use: setting up only those makes an engine in a fraction of the time.</summary>
/// <param name="text">The script.</param>
/// <param name="prepared">The script as Jint runs it.</param>
internal sealed class ScriptNames(string text, Prepared<Script> prepared)
{
    // Whoever reaches the global object by "this" or "globalThis" may put any name together; an escape may spell one.
    private readonly bool mayHoldAny = text.Contains("this", StringComparison.OrdinalIgnoreCase) || text.Contains('\\', StringComparison.Ordinal);

    private string[]? withheld;
    private string[]? functions;

    /// <summary>The script as Jint runs it.</summary>
    public Prepared<Script> Prepared { get; } = prepared;

    /// <summary>Of the names that are withheld, those that it may hold.</summary>
    public string[] Withheld => withheld ??= [.. JavaScript.Withheld.Where(MayHold)];

    /// <summary>Of the functions that Elsa gives, those that it may hold.</summary>
    public string[] Functions => functions ??= [.. JavaScriptFunctions.Names.Where(MayHold)];

    /// <summary>Whether a name can be meant.</summary>
    public bool MayHold(string name) => mayHoldAny || text.Contains(name, StringComparison.Ordinal);
}
