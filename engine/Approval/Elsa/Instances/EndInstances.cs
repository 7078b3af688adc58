using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Ends trial runs. A case is ended at its own page, with a reason and by who may.</summary>
/// <param name="Access">Who ends them.</param>
/// <param name="Ids">Which.</param>
public sealed record CancelInstances(Access Access, IReadOnlyList<string> Ids) : IRequest<int>;

/// <summary>Deletes trial runs with their journals. Cases are never deleted.</summary>
/// <param name="Access">Who deletes them.</param>
/// <param name="Ids">Which.</param>
public sealed record DeleteInstances(Access Access, IReadOnlyList<string> Ids) : IRequest<int>;

internal sealed class EndInstancesHandlers(InstanceReader reader, TrialDesk desk, ApprovalDbContext context) : IRequestHandler<CancelInstances, int>, IRequestHandler<DeleteInstances, int>
{
    public async Task<int> Handle(CancelInstances request, CancellationToken cancellationToken)
    {
        var runs = await Trials(request.Access, request.Ids, cancellationToken);
        foreach (var run in runs.Where(run => run.State.Status == FlowStatus.Running))
        {
            await desk.Run(
                request.Access.CentreId, run.Id, (session, at) => session.Act(at, request.Access.UserName, new Stimulus.Cancel(), new StepNote("TrialCancelled")), cancellationToken);
        }

        return runs.Count;
    }

    public async Task<int> Handle(DeleteInstances request, CancellationToken cancellationToken)
    {
        var runs = (await Trials(request.Access, request.Ids, cancellationToken)).ConvertAll(run => run.Id);
        return await context.Set<TrialRun>().Where(run => run.CentreId == request.Access.CentreId && runs.Contains(run.RunId)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>All of them, or nothing happens to any.</summary>
    private async Task<List<Instance>> Trials(Access access, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var found = new List<Instance>();
        foreach (var id in ids.Distinct())
        {
            found.Add(await reader.ReadAsync(access, id, cancel));
        }

        return found.Find(instance => !instance.IsTrial) is { } @case
            ? throw new RuleBrokenException("CaseNotATrial", $"{@case.Name} is a case, not a trial run: it is ended at its own page, with a reason, and never deleted.")
            : found;
    }
}
