using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;
using MediatR;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Which activity of a version could become which of another.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="From">The version that is left.</param>
/// <param name="To">The version that is entered.</param>
public sealed record ProposeMigration(Access Access, string DefinitionId, int From, int To) : IRequest<MigrationProposalView>;

internal sealed class ProposeMigrationHandler(OrgDirectory directory, MigrationPlans plans, OpenCases cases) : IRequestHandler<ProposeMigration, MigrationProposalView>
{
    public async Task<MigrationProposalView> Handle(ProposeMigration request, CancellationToken cancellationToken)
    {
        var (access, definitionId, from, to) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var plan = await plans.Of(access.CentreId, definitionId, from, to, null, cancellationToken);
        var pairs = MigrationProposal.Of(plan.From, plan.To);
        var taken = pairs.Select(pair => pair.Target).ToHashSet();
        return new MigrationProposalView(
            from, to, await cases.CountAsync(access.CentreId, definitionId, from, cancellationToken),
            [.. pairs.Select(pair => new MigrationPair(pair.Activity, pair.Type, pair.Target, pair.Match.ToString()))],
            [.. plan.To.Activities.Values.OrderBy(node => node.Index).Select(node => node.Id).Where(id => !taken.Contains(id))],
            MappingForm.Text(plan.Mapping), MigrationViews.Of(plan.Faults));
    }
}
