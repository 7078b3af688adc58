using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Ends the trial runs of definitions that still run, as Studio's list of flows asks for it. Cases on them go on.</summary>
/// <param name="Access">Who ends them.</param>
/// <param name="DefinitionIds">Of these definitions.</param>
/// <param name="VersionIds">Of these versions, by key.</param>
public sealed record CancelInstancesOf(Access Access, IReadOnlyList<string> DefinitionIds, IReadOnlyList<string> VersionIds) : IRequest<int>;

internal sealed class CancelInstancesOfHandler(ApprovalDbContext context, IMediator mediator) : IRequestHandler<CancelInstancesOf, int>
{
    public async Task<int> Handle(CancelInstancesOf request, CancellationToken cancellationToken)
    {
        var (access, definitionIds, versionIds) = request;
        access.Require(Role.Administrator);
        var runs = await context.Set<TrialRun>()
            .Where(run => run.CentreId == access.CentreId && run.FinishedAt == null && (definitionIds.Contains(run.DefinitionId) || versionIds.Contains(run.VersionId)))
            .Select(run => run.RunId).ToListAsync(cancellationToken);
        return await mediator.Send(new CancelInstances(access, runs.ConvertAll(run => run.ToString())), cancellationToken);
    }
}
