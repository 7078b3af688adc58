using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

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
    /// <summary>The mode of an activity: an ordinary one counts as WaitAllActive.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="unsaid">The mode of a FlowJoin that does not say.</param>
    public static JoinMode Of(ActivityNode activity, JoinMode unsaid)
    {
        if (activity.Type != "Elsa.FlowJoin")
        {
            return JoinMode.WaitAllActive;
        }

        var text = (activity.Inputs.GetValueOrDefault("mode")?.Expression?.Value as JsonValue)?.ToString();
        return Enum.TryParse<JoinMode>(text, out var mode) ? mode : unsaid;
    }
}
