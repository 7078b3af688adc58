using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Publishes several definitions, each for itself.</summary>
/// <param name="Access">Who publishes.</param>
/// <param name="DefinitionIds">Which.</param>
public sealed record PublishDefinitions(Access Access, IReadOnlyList<string> DefinitionIds) : IRequest<ElsaBulkPublished>;

/// <summary>Retracts several definitions, each for itself.</summary>
/// <param name="Access">Who retracts.</param>
/// <param name="DefinitionIds">Which.</param>
public sealed record RetractDefinitions(Access Access, IReadOnlyList<string> DefinitionIds) : IRequest<ElsaBulkRetracted>;

/// <summary>Deletes several definitions, or several versions, each for itself; what is not there counts as not deleted.</summary>
/// <param name="Access">Who deletes.</param>
/// <param name="Keys">Ids of definitions, or keys of versions.</param>
/// <param name="AreVersions">Whether they are keys of versions.</param>
public sealed record DeleteDefinitions(Access Access, IReadOnlyList<string> Keys, bool AreVersions) : IRequest<int>;

internal sealed class BulkDefinitionHandlers(IMediator mediator, OrgDirectory directory, IDbContextFactory<ApprovalDbContext> contexts)
    : IRequestHandler<PublishDefinitions, ElsaBulkPublished>, IRequestHandler<RetractDefinitions, ElsaBulkRetracted>, IRequestHandler<DeleteDefinitions, int>
{
    public async Task<ElsaBulkPublished> Handle(PublishDefinitions request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        List<string> published = [], already = [], missing = [], failed = [];
        var warnings = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var id in request.DefinitionIds.Distinct())
        {
            try
            {
                (await mediator.Send(new PublishDefinition(request.Access, id), cancellationToken) is { AlreadyPublished: true } ? already : published).Add(id);
            }
            catch (NotFoundException)
            {
                missing.Add(id);
            }
            catch (RuleBrokenException broken)
            {
                failed.Add(id);
                warnings[id] = [.. broken.Faults.Select(fault => fault.Message)];
            }
            catch (ConflictException lost)
            {
                failed.Add(id);
                warnings[id] = [lost.Message];
            }
        }

        return new ElsaBulkPublished(published, already, missing, [], [], failed, warnings);
    }

    public async Task<ElsaBulkRetracted> Handle(RetractDefinitions request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        List<string> retracted = [], already = [], never = [], missing = [];
        foreach (var id in request.DefinitionIds.Distinct())
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            var versions = await context.Flows(request.Access.CentreId, id).Select(flow => new { flow.IsPublished, WasPublished = flow.PublishedAt != null }).ToListAsync(cancellationToken);
            if (versions.Any(version => version.IsPublished))
            {
                await mediator.Send(new RetractFlow(request.Access, id), cancellationToken);
            }

            (versions.Count == 0 ? missing : versions.Any(version => version.IsPublished) ? retracted : versions.Any(version => version.WasPublished) ? already : never).Add(id);
        }

        return new ElsaBulkRetracted(retracted, already, [], never, missing);
    }

    public async Task<int> Handle(DeleteDefinitions request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        var (deleted, refused) = (0, new List<Fault>());
        foreach (var key in request.Keys.Distinct())
        {
            try
            {
                await mediator.Send(request.AreVersions ? new DeleteFlowVersion(request.Access, key) : (IRequest)new DeleteFlow(request.Access, key), cancellationToken);
                deleted++;
            }
            catch (NotFoundException)
            {
                // Gone already: as wished.
            }
            catch (RuleBrokenException broken)
            {
                refused.AddRange(broken.Faults);
            }
        }

        return refused.Count == 0 ? deleted : throw new RuleBrokenException(refused);
    }
}
