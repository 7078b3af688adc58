using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Publishes the shipped flows in a new centre.</summary>
internal sealed class FlowSeed(ApprovalDbContext context, TimeProvider time)
{
    public async Task Run(Centre centre, IEnumerable<string> files, CancellationToken cancel)
    {
        // One instant for all: each is published together with those that it uses.
        var at = time.GetUtcNow();
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, cancel);
            var flow = FlowDefinition.Parse(text);
            var version = new FlowVersion
            {
                CentreId = centre.CentreId,
                Id = flow.Id,
                DefinitionId = flow.DefinitionId,
                Version = flow.Version,
                Name = flow.Name,
                Document = text,
                IsLatest = true,
                IsPublished = true,
                CreatedAt = at,
                CreatedBy = "system/setup",
                PublishedAt = at,
                PublishedBy = "system/setup",
            };
            version.Describe(flow);
            context.Add(version);
        }

        await context.SaveChangesAsync(cancel);
    }
}
