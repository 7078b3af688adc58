using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>What is wrong with a mapping whatever case it is used on.</summary>
internal static class PlanCheck
{
    public static IEnumerable<MigrationFault> Of(MigrationPlan plan) =>
        Names(plan).Concat(Pairs(plan)).Concat(Roots(plan)).Concat(Variables(plan));

    private static IEnumerable<MigrationFault> Names(MigrationPlan plan)
    {
        foreach (var (activity, target) in plan.Mapping.Targets)
        {
            if (!plan.From.Activities.ContainsKey(activity))
            {
                yield return new(MigrationFaults.UnknownActivity, activity, $"Version {plan.From.Definition.Version} has no activity {activity}.");
            }

            if (target is not null && !plan.To.Activities.ContainsKey(target))
            {
                yield return new(MigrationFaults.UnknownTarget, activity, $"Version {plan.To.Definition.Version} has no activity {target}.");
            }
        }

        foreach (var activity in plan.Mapping.Anew.Where(activity => plan.TargetOf(activity) is null))
        {
            yield return new(MigrationFaults.UnknownTarget, activity, $"{activity} is to begin anew, but nothing says where.");
        }
    }

    private static IEnumerable<MigrationFault> Pairs(MigrationPlan plan)
    {
        foreach (var node in plan.From.Activities.Values)
        {
            if (plan.IsAnew(node.Id) || plan.TargetOf(node) is not { } target)
            {
                continue;
            }

            if (target.Type != node.Type)
            {
                yield return new(MigrationFaults.OtherType, node.Id, $"{node.Id} is {node.Type} and {target.Id} is {target.Type}: work on one cannot go on at the other, it can only begin anew there.");
            }
            else if (node.Type == ActivityTypes.Flowchart && node.Mode != target.Mode)
            {
                yield return new(MigrationFaults.ModeChanged, node.Id, $"{node.Id} runs in mode {node.Mode}, {target.Id} in mode {target.Mode}: their tokens cannot be carried over.");
            }
        }

        foreach (var twice in plan.From.Activities.Values.Where(node => plan.TargetOf(node) is not null && !plan.IsAnew(node.Id)).GroupBy(plan.TargetOf).Where(group => group.Count() > 1))
        {
            yield return new(MigrationFaults.TargetTwice, twice.ElementAt(1).Id, $"{string.Join(" and ", twice.Select(node => node.Id))} are both sent to {twice.Key!.Id}.");
        }
    }

    private static IEnumerable<MigrationFault> Roots(MigrationPlan plan) =>
        plan.TargetOf(plan.From.Root) == plan.To.Root && !plan.IsAnew(plan.From.Root.Id)
            ? []
            : [new(MigrationFaults.RootLost, plan.From.Root.Id, $"{plan.From.Root.Id} is the outermost activity and can only go on as {plan.To.Root.Id}.")];

    private static IEnumerable<MigrationFault> Variables(MigrationPlan plan) =>
        Changed(null, plan.From.Variables, plan.To.Variables)
            .Concat(plan.From.Activities.Values.SelectMany(node => plan.TargetOf(node) is { } target ? Changed(node.Id, node.Variables, target.Variables) : []));

    private static IEnumerable<MigrationFault> Changed(string? container, ImmutableArray<VariableDefinition> before, ImmutableArray<VariableDefinition> after) =>
        from old in before
        join other in after on old.Name equals other.Name
        where old.TypeName != other.TypeName || old.IsArray != other.IsArray
        select new MigrationFault(
            MigrationFaults.VariableTypeChanged, container is null ? old.Name : $"{container}/{old.Name}",
            $"The variable {old.Name} is {TypeOf(old)} and would become {TypeOf(other)}: values are carried over by name, so a new type needs a new name.");

    private static string TypeOf(VariableDefinition variable) => variable.IsArray ? $"a list of {variable.TypeName}" : variable.TypeName;
}
