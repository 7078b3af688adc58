using ApprovalEngine.Contracts.Migrations;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>Which activity of the old version becomes which of the new one, while it is being decided: begins with what is proposed.</summary>
public sealed class MappingDraft
{
    private readonly Dictionary<string, string?> targets;
    private readonly HashSet<string> anew;

    /// <summary>Begins with a proposal.</summary>
    public MappingDraft(MigrationProposalView proposal)
    {
        targets = proposal.Pairs.ToDictionary(pair => pair.Activity, pair => pair.Target);
        anew = [.. proposal.Mapping.Anew ?? []];
        Options = [.. proposal.Pairs.Select(pair => pair.Target).OfType<string>().Concat(proposal.NewActivities).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Something was decided that is not done yet.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>Activities of the new version.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>Where an activity goes; null for nowhere.</summary>
    public string? TargetOf(string activity) => targets[activity];

    /// <summary>Whether the work on it is closed and begins anew at the target.</summary>
    public bool IsAnew(string activity) => anew.Contains(activity);

    /// <summary>Sends an activity somewhere else.</summary>
    public void Send(string activity, string? target)
    {
        IsTouched = true;
        targets[activity] = target;
        if (target is null)
        {
            anew.Remove(activity);
        }
    }

    /// <summary>Lets the work begin anew, or go on.</summary>
    public void BeginAnew(string activity, bool isAnew) => IsTouched |= isAnew ? anew.Add(activity) : anew.Remove(activity);

    /// <summary>It was done as it stands.</summary>
    public void Done() => IsTouched = false;

    /// <summary>The whole as it is sent.</summary>
    public MappingText Text() => new(new Dictionary<string, string?>(targets), [.. anew.Order(StringComparer.Ordinal)]);
}
