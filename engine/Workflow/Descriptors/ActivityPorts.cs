using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>The outgoing ports that an activity has, those included that follow from its inputs.</summary>
public static class ActivityPorts
{
    /// <summary>The ports; null where they cannot be known: a type that is not known here, or names that an expression computes.</summary>
    public static ImmutableArray<OutcomePort>? Of(ActivityNode activity)
    {
        if (ActivityDescriptors.Find(activity.Type) is not { } descriptor || activity.Type == ActivityTypes.NotFound)
        {
            return null;
        }

        var own = descriptor.Ports.Where(port => !port.IsEmbedded).Select(port => new OutcomePort(port.Name, port.IsBeside));
        return activity.Type switch
        {
            "Elsa.FlowSwitch" => [.. activity.Cases.Select(option => new OutcomePort(option.Label)), .. own],
            "Elsa.FlowFork" => Listed(activity, "branches"),
            "Elsa.RunJavaScript" => LiteralInputs.Texts(activity, "possibleOutcomes") is { Length: > 0 } names ? [.. Ports(names), new("Done")] : null,
            "Approval.ReviewTask" => Listed(activity, "outcomes") is { } listed ? [.. listed.IsEmpty ? [new("Done")] : listed, .. own] : null,
            "Elsa.FlowSendHttpRequest" => Statuses(activity),
            UsedDefinition.BulkDispatchType => [.. own.Where(port => port.Name == "Done" || LeadsOn(activity, port.Name))],
            "Elsa.Fault" => [],
            _ when descriptor.IsTerminal => [],
            _ => own.Any() ? [.. own] : [new("Done")],
        };
    }

    private static ImmutableArray<OutcomePort>? Listed(ActivityNode activity, string input) =>
        LiteralInputs.Texts(activity, input) is { } names ? [.. Ports(names)] : null;

    /// <summary>Where statuses are listed, each of them goes on over Done as well: it need not be connected then.</summary>
    private static ImmutableArray<OutcomePort>? Statuses(ActivityNode activity) => LiteralInputs.Texts(activity, "expectedStatusCodes") is not { } statuses ? null
        : statuses.IsEmpty ? [new("Failed to connect"), new("Timeout"), new("Done")]
        : [.. Ports([.. statuses, "Unmatched status code", "Failed to connect", "Timeout"]), .. LeadsOn(activity, "Done") ? [new OutcomePort("Done")] : Array.Empty<OutcomePort>()];

    private static bool LeadsOn(ActivityNode activity, string port) =>
        activity.Parent?.Connections.Any(connection => connection.Source == activity && connection.Port == port) == true;

    private static IEnumerable<OutcomePort> Ports(ImmutableArray<string> names) => names.Distinct().Select(name => new OutcomePort(name));
}
