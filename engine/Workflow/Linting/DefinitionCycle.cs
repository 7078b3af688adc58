using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>A definition that comes back to itself over those it uses: it would never end.</summary>
/// <param name="Activity">The activity of the looked-at definition where the way round begins.</param>
/// <param name="Definition">The definition that comes back.</param>
internal sealed record DefinitionCycle(ActivityNode Activity, string Definition)
{
    /// <summary>The first way round; null where there is none.</summary>
    public static DefinitionCycle? Of(FlowDefinition definition, Func<UsedDefinition, FlowDefinition?>? others)
    {
        if (others is null)
        {
            return null;
        }

        var done = new HashSet<string>();
        return (from activity in new FlowCompiler(null).Build(definition).Tree
                let used = UsedDefinition.Of(activity.Json)
                where used is not null
                let back = Back(used, [definition.DefinitionId], done, others)
                where back is not null
                select new DefinitionCycle(activity, back)).FirstOrDefault();
    }

    private static string? Back(UsedDefinition used, HashSet<string> under, HashSet<string> done, Func<UsedDefinition, FlowDefinition?> others)
    {
        if (others(used) is not { } definition || done.Contains(definition.DefinitionId))
        {
            return null;
        }

        if (!under.Add(definition.DefinitionId))
        {
            return definition.DefinitionId;
        }

        var back = UsedDefinition.Of(definition).Select(next => Back(next, under, done, others)).FirstOrDefault(found => found is not null);
        under.Remove(definition.DefinitionId);
        done.Add(definition.DefinitionId);
        return back;
    }
}
