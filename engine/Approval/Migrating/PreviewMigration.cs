using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Migrations;
using MediatR;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>What a migration would do, case by case; changes nothing.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="Request">What would be done.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Take">How many cases.</param>
public sealed record PreviewMigration(Access Access, string DefinitionId, MigrationRequest Request, string? After, int Take) : IRequest<Page<MigrationPreviewView>>;

internal sealed class PreviewMigrationHandler(OrgDirectory directory, MigrationPlans plans, OpenCases cases) : IRequestHandler<PreviewMigration, Page<MigrationPreviewView>>
{
    public async Task<Page<MigrationPreviewView>> Handle(PreviewMigration request, CancellationToken cancellationToken)
    {
        var (access, definitionId, asked) = (request.Access, request.DefinitionId, request.Request);
        await directory.RequireFlowEditor(access, cancellationToken);
        var plan = await plans.Of(access.CentreId, definitionId, asked.From, asked.To, asked.Mapping, cancellationToken);
        MigrationPlans.Require(plan);
        var after = Cursor.CaseOf(request.After) ?? Guid.Empty;
        var take = Cursor.Take(request.Take);
        var page = new List<MigrationPreviewView>();
        await foreach (var (row, preview) in cases.PreviewAsync(access.CentreId, definitionId, asked.From, plan, after, take + 1, cancellationToken))
        {
            page.Add(MigrationViews.Of(row, preview));
        }

        return Pages.Of(page, take, one => Cursor.OfCase(one.CaseId));
    }
}
