using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Workflow.Elsa;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Saves what a client of Elsa's sends, merged into what is stored, and publishes it where that is asked for. What may not be
/// published is not saved either; where somebody else saves between the two, the draft stands and the publication is refused; a save of the same person in between does not stop it.</summary>
/// <param name="Access">Who saves.</param>
/// <param name="Model">The definition as the client knows it.</param>
/// <param name="Publish">Whether to publish it.</param>
public sealed record SaveDefinition(Access Access, JsonObject Model, bool Publish) : IRequest<ElsaSaved>;

internal sealed class SaveDefinitionHandler(ApprovalDbContext context, OrgDirectory directory, FlowLint lint, ElsaPresenter presenter, IMediator mediator) : IRequestHandler<SaveDefinition, ElsaSaved>
{
    /// <summary>
    /// Studio saves by itself beside what its user publishes: each of these losses is another save's gain, so few tries are enough. A save that
    /// nobody asked for is not tried again: what it holds may be older than what has won.
    /// </summary>
    private const int MostTries = 5;

    public async Task<ElsaSaved> Handle(SaveDefinition request, CancellationToken cancellationToken)
    {
        var access = request.Access;
        await directory.RequireFlowEditor(access, cancellationToken);
        var based = ModelBase.TakeFrom(request.Model);
        for (var tries = 1; ; tries++)
        {
            var latest = based.DefinitionId is null ? null
                : await context.Flows(access.CentreId, based.DefinitionId).AsNoTracking().SingleOrDefaultAsync(flow => flow.IsLatest, cancellationToken);
            if (latest is not null && !await IsBasedOn(access, based, latest, cancellationToken))
            {
                throw await FlowVersions.Moved(context, access.CentreId, latest.DefinitionId, cancellationToken);
            }

            try
            {
                return await SaveAsync(request, based, latest, cancellationToken);
            }
            catch (ConflictException moved) when (request.Publish && moved.Code == FlowVersions.MovedOn && tries < MostTries)
            {
                // Somebody saved between reading and writing. Whether it was the same person, reading anew tells.
            }
        }
    }

    private async Task<ElsaSaved> SaveAsync(SaveDefinition request, ModelBase based, FlowVersion? latest, CancellationToken cancellationToken)
    {
        var (access, model, publish) = request;
        var stored = latest is null ? null : FlowView.Definition(latest);
        var document = MergedDefinition.Of(stored, model, await presenter.Usable(access.CentreId, cancellationToken));
        var isChanged = stored is null || !JsonNode.DeepEquals(document, stored.Document);
        if (publish && isChanged)
        {
            // Before anything is saved: a refused publication leaves the draft as Studio believes it to be.
            await lint.Require(access.CentreId, SaveFlowHandler.Read(document), [], cancellationToken);
        }

        var saved = isChanged
            ? (await mediator.Send(new SaveFlow(access, based.DefinitionId, new SaveFlowRequest(document, latest is null ? null : new FlowBase(latest.Version, latest.Revision))), cancellationToken)).Summary
            : FlowView.Of(latest!).Summary;
        return publish
            ? await mediator.Send(new PublishDefinition(access, saved.DefinitionId, new FlowBase(saved.Version, saved.Revision)), cancellationToken)
            : new ElsaSaved(await mediator.Send(new GetDefinitionVersion(access, saved.Id), cancellationToken), saved.IsPublished, 0, []);
    }

    /// <summary>
    /// Whether the client started from what is stored. Saves of one person may overlap while Studio saves by itself; a version's key that is
    /// none of this definition's comes from another server.
    /// </summary>
    private async Task<bool> IsBasedOn(Access access, ModelBase based, FlowVersion latest, CancellationToken cancel)
    {
        if (based.Id is not null && based.Id != latest.Id)
        {
            return !await context.Flows(access.CentreId, latest.DefinitionId).AnyAsync(flow => flow.Id == based.Id, cancel);
        }

        return (based.Version is null || based.Version == latest.Version)
            && (based.Revision is null || based.Revision == latest.Revision || latest.SavedBy == access.UserName);
    }
}
