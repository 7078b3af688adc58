using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Who uses a definition as an activity or executes it.</summary>
internal static class FlowConsumers
{
    /// <summary>Versions of other definitions in whose documents one of the keys stands: few, so that only these need to be read.</summary>
    public static IQueryable<FlowVersion> Mentioning(this ApprovalDbContext context, int centreId, string definitionId, string[] keys) =>
        context.Set<FlowVersion>().AsNoTracking().Where(flow => flow.CentreId == centreId && flow.DefinitionId != definitionId && keys.Any(key => flow.Document.Contains(key)));

    /// <summary>Ids of the definitions whose newest or published version uses a definition, itself left out.</summary>
    public static async Task<IReadOnlyList<string>> ConsumersOf(this ApprovalDbContext context, int centreId, string definitionId, CancellationToken cancel)
    {
        var names = await context.Flows(centreId, definitionId).Where(flow => flow.IsLatest || flow.IsPublished).Select(flow => flow.Name).Distinct().ToListAsync(cancel);
        string[] keys = [definitionId, .. names, .. names.Select(UsedDefinition.TypeOf)];

        var mentioning = await context.Mentioning(centreId, definitionId, keys).Where(flow => flow.IsLatest || flow.IsPublished)
            .Select(flow => new { flow.DefinitionId, flow.Document }).ToListAsync(cancel);
        return [.. mentioning.Where(flow => UsedDefinition.Of(FlowDefinition.Parse(flow.Document)).Any(used => keys.Contains(used.Key)))
            .Select(flow => flow.DefinitionId).Distinct().Order(StringComparer.Ordinal)];
    }
}
