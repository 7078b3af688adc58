using System.Linq.Expressions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>What the commands on flow definitions share: finding versions, and telling the loser of a race who won.</summary>
internal static class FlowVersions
{
    /// <summary>Code of the error of whoever built on something that is no longer the newest.</summary>
    public const string MovedOn = "FlowMovedOn";

    /// <summary>A row as the API shows it.</summary>
    public static readonly Expression<Func<FlowVersion, FlowSummary>> ToSummary = flow => new FlowSummary(
        flow.Id, flow.DefinitionId, flow.Version, flow.Name, flow.IsLatest, flow.IsPublished, flow.Revision,
        flow.CreatedAt, flow.CreatedBy, flow.PublishedAt, flow.PublishedBy, flow.Note);

    /// <summary>All versions of a definition.</summary>
    public static IQueryable<FlowVersion> Flows(this ApprovalDbContext context, int centreId, string definitionId) =>
        context.Set<FlowVersion>().Where(flow => flow.CentreId == centreId && flow.DefinitionId == definitionId);

    /// <summary>The newest version.</summary>
    /// <exception cref="NotFoundException">There is no such definition.</exception>
    public static async Task<FlowVersion> Latest(this IQueryable<FlowVersion> flows, string definitionId, CancellationToken cancel) =>
        await flows.SingleOrDefaultAsync(flow => flow.IsLatest, cancel) ?? throw new NotFoundException("Flow", definitionId);

    /// <summary>Makes the change; constraints decide between two at once, and the loser sees what won.</summary>
    public static async Task Commit(this ApprovalDbContext context, int centreId, string definitionId, Func<Task> change, CancellationToken cancel)
    {
        try
        {
            // A set of changes brings its own transaction; it stands or falls as a whole.
            await using var transaction = context.Database.CurrentTransaction is null ? await context.Database.BeginTransactionAsync(cancel) : null;
            await change();
            await context.SaveChangesAsync(cancel);
            if (transaction is not null)
            {
                await transaction.CommitAsync(cancel);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            throw await Moved(context, centreId, definitionId, cancel);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation)
        {
            throw violation.ConstraintName == "ux_flow_definition_name"
                ? new ConflictException("FlowNameTaken", "Another flow has this name already.")
                : await Moved(context, centreId, definitionId, cancel);
        }
    }

    /// <summary>Holds a flow within the transaction: who deletes it and who binds an item to it wait for each other.</summary>
    public static Task<int> Hold(this ApprovalDbContext context, int centreId, string definitionId, CancellationToken cancel) =>
        context.Database.ExecuteSqlAsync($"select from flow_definition where centre_id = {centreId} and definition_id = {definitionId} order by version for update", cancel);

    /// <summary>The error of whoever built on something that is no longer the newest.</summary>
    public static async Task<ConflictException> Moved(ApprovalDbContext context, int centreId, string definitionId, CancellationToken cancel)
    {
        context.ChangeTracker.Clear();
        var versions = await context.Flows(centreId, definitionId).AsNoTracking().Where(flow => flow.IsLatest || flow.IsPublished).Select(ToSummary).ToListAsync(cancel);
        var happened = new { Latest = versions.SingleOrDefault(flow => flow.IsLatest), Published = versions.SingleOrDefault(flow => flow.IsPublished) };
        return new ConflictException(MovedOn, $"Somebody else changed the flow '{definitionId}' meanwhile; nothing of yours was lost or saved.", happened);
    }
}
