using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Liquid by Fluid: templates are parsed once and cached; names are Elsa's, missing ones are empty, nothing is encoded.</summary>
internal static class Liquid
{
    private static readonly FluidParser Parser = MakeParser();
    private static readonly TemplateOptions Options = MakeOptions();
    private static readonly ParsedCache<IFluidTemplate> Templates = new(ParseAnew);

    /// <exception cref="ExpressionException">It does not parse.</exception>
    public static IFluidTemplate Parse(string template) => Templates.Get(template);

    /// <summary>The text that a template gives.</summary>
    /// <exception cref="ExpressionException">It does not parse, fails, or exceeds a limit.</exception>
    public static string Render(string template, IExpressionScope scope)
    {
        var parsed = Parse(template);
        var context = new TemplateContext(Options) { Now = () => TimeZoneInfo.ConvertTime(scope.Now, scope.Zone), TimeZone = scope.Zone };
        context.SetValue("Variables", new DictionaryValue(new LiquidNames(name => scope.TryGetVariable(name, out var value) ? Local(value, scope) : null, scope.VariableNames)));
        context.SetValue("Input", new DictionaryValue(new LiquidNames(name => Local(scope.GetInput(name), scope), scope.InputNames)));
        context.SetValue("CorrelationId", LiquidValues.Of(scope.CorrelationId));
        context.SetValue("WorkflowInstanceId", LiquidValues.Of(scope.InstanceId));
        context.SetValue("WorkflowInstanceName", LiquidValues.Of(scope.InstanceName));
        context.SetValue("WorkflowDefinitionId", LiquidValues.Of(scope.DefinitionId));
        context.SetValue("WorkflowDefinitionVersion", LiquidValues.Of(scope.DefinitionVersion));
        try
        {
            return parsed.Render(context);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new ExpressionException("The template took too long.", isWallTime: true);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw new ExpressionException($"The template fails: {fault.Message}");
        }
    }

    // Filters show an instant by the offset that it bears.
    private static object? Local(object? value, IExpressionScope scope) =>
        value is DateTimeOffset at ? TimeZoneInfo.ConvertTime(at, scope.Zone) : value;

    private static bool IsFault(Exception fault) =>
        fault is FluidException or InvalidOperationException or ArgumentException or FormatException or ArithmeticException or NotSupportedException or OutOfMemoryException or InsufficientExecutionStackException;

    private static TemplateOptions MakeOptions()
    {
        var options = new TemplateOptions
        {
            CultureInfo = CultureInfo.InvariantCulture,
            TimeZone = TimeZoneInfo.Utc,
            MaxSteps = ExpressionLimits.LiquidSteps,
            MaxRecursion = ExpressionLimits.LiquidRecursion,
            Assigned = (_, value, _) => ValueTask.FromResult(LiquidLimits.Check(value)),
            Captured = (_, value, _) => ValueTask.FromResult(LiquidLimits.Check(value)),
        };
        LiquidLimits.Guard(options.Filters);
        return options;
    }

    // There are no files to include.
    private static FluidParser MakeParser()
    {
        var parser = new FluidParser();
        parser.RegisteredTags.Remove("include");
        parser.RegisteredTags.Remove("render");
        return parser;
    }

    private static IFluidTemplate ParseAnew(string template)
    {
        if (template.Length > ExpressionLimits.Length)
        {
            throw new ExpressionException($"The template has {template.Length} characters; at most {ExpressionLimits.Length} are read.");
        }

        try
        {
            LiquidNesting.Check(template);
            return Parser.TryParse(template, out var parsed, out var error)
                ? new LiquidRanges().VisitTemplate(parsed)
                : throw new ExpressionException(error);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            throw new ExpressionException($"The template cannot be read: {fault.Message}");
        }
    }
}
