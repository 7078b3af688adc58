namespace ApprovalEngine.Workflow.Expressions;

/// <summary>
/// What one expression may use. The counted limits are the same on every machine and are set to bite long before the wall time,
/// so that a step has one outcome wherever it runs.
/// </summary>
internal static class ExpressionLimits
{
    /// <summary>Characters of an expression.</summary>
    public const int Length = 100_000;

    /// <summary>JavaScript statements.</summary>
    public const int Statements = 100_000;

    /// <summary>JavaScript calls within each other.</summary>
    public const int Recursion = 100;

    /// <summary>Bytes that a script may allocate.</summary>
    public const long Memory = 32_000_000;

    /// <summary>Entries of a JavaScript array.</summary>
    public const uint ArrayLength = 1_000_000;

    /// <summary>Levels of nesting in a value that enters or leaves an expression.</summary>
    public const int ValueDepth = 64;

    /// <summary>Members and entries in a value that leaves an expression.</summary>
    public const int ValueSize = 100_000;

    /// <summary>Statements that a Liquid template executes.</summary>
    public const int LiquidSteps = 5_000;

    /// <summary>Liquid blocks within each other.</summary>
    public const int LiquidRecursion = 50;

    /// <summary>Characters of a text that Liquid builds: a step multiplies it at most once.</summary>
    public const int LiquidText = 20_000;

    /// <summary>Different expressions kept parsed.</summary>
    public const int CachedExpressions = 2_000;

    /// <summary>The last guard.</summary>
    public static readonly TimeSpan WallTime = TimeSpan.FromSeconds(5);

    /// <summary>The last guard of one regular expression.</summary>
    public static readonly TimeSpan RegexTime = TimeSpan.FromSeconds(1);
}
