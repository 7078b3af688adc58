namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>When a countersign is decided (domain.md, "Countersign by share"): as soon as it can be, not before.</summary>
internal sealed record CountersignRule(string Kind, int Percent)
{
    /// <summary>The seats answer one after the other.</summary>
    public bool IsInOrder => Kind == "InOrder";

    /// <summary>Grants that are needed of so many seats.</summary>
    public int Needed(int seats) => Kind switch
    {
        "Any" => 1,
        "Share" => Math.Max(1, ((seats * Percent) + 99) / 100),
        _ => seats,
    };

    /// <summary>True granted, false refused, null still open.</summary>
    public bool? Decide(int seats, int granted, int refused)
    {
        var needed = Needed(seats);
        if (granted >= needed)
        {
            return true;
        }

        return seats - refused < needed ? false : null;
    }

    /// <summary>The rule of an activity's inputs.</summary>
    /// <exception cref="Runtime.ActivityFaultException">The rule is not known, or the share is not between 1 and 100 per cent.</exception>
    public static CountersignRule Of(string? kind, int? percent) => (kind ?? "All", percent) switch
    {
        ("All" or "Any" or "InOrder", _) => new CountersignRule(kind ?? "All", 100),
        ("Share", >= 1 and <= 100) => new CountersignRule("Share", percent.Value),
        ("Share", _) => throw new Runtime.ActivityFaultException(Runtime.FaultKind.Input, $"A share between 1 and 100 per cent is wanted, not {percent?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"}."),
        _ => throw new Runtime.ActivityFaultException(Runtime.FaultKind.Input, $"The countersign rule {kind} is not known: All, Any, Share or InOrder."),
    };
}
