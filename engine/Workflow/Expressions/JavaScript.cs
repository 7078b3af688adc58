using System.Globalization;
using System.Text.RegularExpressions;
using Acornima.Ast;
using Jint;
using Jint.Runtime;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>
/// JavaScript by Jint: scripts are prepared once and cached, each evaluation gets an engine of its own. Nothing of .NET can be reached;
/// time and chance come from the scope.
/// </summary>
internal static class JavaScript
{
    // A return at the top, as in Elsa.
    private static readonly ScriptPreparationOptions Preparation = new()
    {
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true },
        CollectReferencedGlobals = true,
    };

    private static readonly ParsedCache<ScriptNames> Scripts = new(script => new ScriptNames(script, PrepareAnew(script)));

    /// <summary>What reaches memory past the limit, blocks, or depends on the machine's clock or language data.</summary>
    public static readonly string[] Withheld =
    [
        "ArrayBuffer", "SharedArrayBuffer", "DataView", "Atomics", "Intl", "Temporal", "ShadowRealm", "WeakRef", "FinalizationRegistry",
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array",
        "Float16Array", "Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array",
    ];

    private static readonly Lazy<HashSet<string>> Standard = new(StandardNames);

    /// <summary>The names that a script refers to, does not declare, and that neither the language nor Elsa gives it.</summary>
    /// <exception cref="ExpressionException">It does not parse.</exception>
    public static IEnumerable<string> ForeignNames(string script) =>
        (Prepare(script).ReferencedGlobals?.AsEnumerable() ?? []).Where(name => !Standard.Value.Contains(name));

    /// <exception cref="ExpressionException">It does not parse.</exception>
    public static Prepared<Script> Prepare(string script) => Scripts.Get(script).Prepared;

    /// <summary>The completion value of a script, or what it returns.</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static object? Evaluate(string script, IExpressionScope scope)
    {
        var names = Scripts.Get(script);
        try
        {
            using var engine = new Engine(options => Configure(options, scope));
            foreach (var name in names.Withheld)
            {
                engine.Global.Delete(name);
            }

            var run = new JavaScriptRun(engine, scope);
            JavaScriptFunctions.Add(run, names);
            var result = JavaScriptValues.ToFlow(engine.Evaluate(names.Prepared));
            run.WriteBack();
            return result;
        }
        catch (JavaScriptException fault)
        {
            throw new ExpressionException($"{fault.Message} (line {fault.Location.Start.Line}, column {fault.Location.Start.Column + 1})");
        }
        catch (Exception fault) when (fault is TimeoutException or RegexMatchTimeoutException)
        {
            throw new ExpressionException("The script took too long.", isWallTime: true);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw new ExpressionException($"The script fails: {fault.Message}");
        }
    }

    private static HashSet<string> StandardNames()
    {
        using var engine = new Engine();
        return [.. engine.Global.GetOwnProperties().Select(property => property.Key.ToString()).Except(Withheld), .. JavaScriptFunctions.Names];
    }

    private static bool IsFault(Exception fault) =>
        fault is JintException or InsufficientExecutionStackException or OutOfMemoryException or InvalidOperationException or ArgumentException or NotSupportedException;

    private static void Configure(Options options, IExpressionScope scope)
    {
        options
            .MaxStatements(ExpressionLimits.Statements)
            .LimitRecursion(ExpressionLimits.Recursion)
            .LimitMemory(ExpressionLimits.Memory)
            .MaxArraySize(ExpressionLimits.ArrayLength)
            .MaxJsonParseDepth(ExpressionLimits.ValueDepth)
            .TimeoutInterval(ExpressionLimits.WallTime)
            .RegexTimeoutInterval(ExpressionLimits.RegexTime)
            .DisableStringCompilation()
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(scope.Zone);
        if (scope.Budget is { } budget)
        {
            options.Constraint(new ScriptBudget.Limit(budget));
        }

        options.TimeSystem = new StepTime(scope.Now, scope.Zone);
        options.Constraints.StackOverflowGuard = true;
        options.AgentCanSuspend = false;
        options.Interop.Enabled = false;
    }

    private static Prepared<Script> PrepareAnew(string script)
    {
        if (script.Length > ExpressionLimits.Length)
        {
            throw new ExpressionException($"The script has {script.Length} characters; at most {ExpressionLimits.Length} are read.");
        }

        try
        {
            return Engine.PrepareScript(script, source: "script", options: Preparation);
        }
        catch (ScriptPreparationException fault)
        {
            throw new ExpressionException(fault.InnerException?.Message ?? fault.Message);
        }
        catch (InsufficientExecutionStackException)
        {
            throw new ExpressionException("The script is nested too deeply.");
        }
    }
}
