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
public sealed record PreviewMigration(Access Access, string DefinitionId, MigrationRequest Request, string? After, int Take) : IRequest<Page<MigrationPreviewView>>
{
    /// <summary>The order; null for that in which the cases were received.</summary>
    public MigrationSort? Sort { get; init; }
}

internal sealed class PreviewMigrationHandler(OrgDirectory directory, MigrationPlans plans, OpenCases cases) : IRequestHandler<PreviewMigration, Page<MigrationPreviewView>>
{
    public async Task<Page<MigrationPreviewView>> Handle(PreviewMigration request, CancellationToken cancellationToken)
    {
        FilterValue.Require(request.Sort, "sort");
        var (access, definitionId, asked) = (request.Access, request.DefinitionId, request.Request);
        await directory.RequireFlowEditor(access, cancellationToken);
        var plan = await plans.Of(access.CentreId, definitionId, asked.From, asked.To, asked.Mapping, cancellationToken);
        MigrationPlans.Require(plan);
        var take = Cursor.Take(request.Take);
        return Key(request.Sort) is { } key
            ? await WorkedOutPage.Of(Previews(Guid.Empty, null), $"{request.Sort}", one => (key(one), one.CaseId), request.After, take, cancellationToken)
            : Pages.Of(await Previews(Cursor.CaseOf(request.After) ?? Guid.Empty, take + 1).ToListAsync(cancellationToken), take, one => Cursor.OfCase(one.CaseId));

        IAsyncEnumerable<MigrationPreviewView> Previews(Guid after, int? most) =>
            cases.PreviewAsync(access.CentreId, definitionId, asked.From, plan, after, most, cancellationToken).Select(one => MigrationViews.Of(one.Case, one.Preview));
    }

    /// <summary>Where a case stands in an order; null for the order in which they were received.</summary>
    private static Func<MigrationPreviewView, long>? Key(MigrationSort? sort) => sort switch
    {
        MigrationSort.Staying => one => one.Faults.Count > 0 ? 0 : 1,
        MigrationSort.Due => one => one.Due.After?.UtcTicks ?? long.MaxValue,
        _ => null,
    };
}
