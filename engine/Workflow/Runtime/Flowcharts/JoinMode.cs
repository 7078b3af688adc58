using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>When an activity runs at which several connections meet.</summary>
internal enum JoinMode
{
    /// <summary>When all inbound connections were followed.</summary>
    WaitAll,

    /// <summary>When all are decided and one was followed.</summary>
    WaitAllActive,

    /// <summary>At the first one that is followed.</summary>
    WaitAny,
}

/// <summary>Reads join modes.</summary>
internal static class JoinModes
{
    /// <summary>The activity that only joins.</summary>
    public const string Join = "Elsa.FlowJoin";

    /// <summary>The mode of an activity: an ordinary one counts as WaitAllActive.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="unsaid">The mode of a FlowJoin that does not say.</param>
    public static JoinMode Of(ActivityNode activity, JoinMode unsaid)
    {
        if (activity.Type != Join)
        {
            return JoinMode.WaitAllActive;
        }

        var text = (activity.Inputs.GetValueOrDefault("mode")?.Expression?.Value as JsonValue)?.ToString();
        return Enum.TryParse<JoinMode>(text, out var mode) ? mode : unsaid;
    }

    /// <summary>The mode of an activity in Elsa's modes: a FlowJoin's is an input like any other, and WaitAny where none is given (conformance point 2).</summary>
    public static JoinMode Of(Run run, Frame flowchart, ActivityNode activity)
    {
        if (activity.Type != Join)
        {
            return JoinMode.WaitAllActive;
        }

        if (activity.Inputs.GetValueOrDefault("mode")?.Expression is not { } expression)
        {
            return JoinMode.WaitAny;
        }

        // Elsa's first mode is what .NET makes of nothing.
        return ExpressionEvaluator.Evaluate(expression, "String", new FrameScope(run, flowchart)) switch
        {
            null => JoinMode.WaitAll,
            string text when Enum.TryParse<JoinMode>(text, out var mode) => mode,
            var other => throw new ActivityFaultException(FaultKind.Input, $"{activity.Id} knows no mode {other}."),
        };
    }
}
