using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Looks at a flow with what the centre knows besides: the items it serves, and who there is to do its tasks.</summary>
internal sealed class FlowLint(ItemStore items, OrgDirectory directory, FlowStore flows, HttpDestinations destinations)
{
    /// <summary>Every finding.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="overrides">Codes of hazards that the administrator takes upon himself.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<FlowFinding>> Check(int centreId, FlowDefinition flow, IReadOnlyList<string> overrides, CancellationToken cancel)
    {
        var organisation = await directory.Of(centreId, cancel);
        var served = (await items.All(centreId, cancel)).Where(item => item.DefinitionId == flow.DefinitionId).ToList();
        var others = await flows.Used(centreId, flow, cancel);
        var findings = served.Count == 0
            ? Linter.Check(flow, Context(organisation, null, overrides) with { Others = others })
            : served.SelectMany(item => Linter.Check(flow, Context(organisation, item, overrides) with { Others = others }));
        return [.. findings.Select(View).Distinct()];
    }

    /// <summary>Refuses a flow with errors.</summary>
    /// <exception cref="RuleBrokenException">Every error with its place.</exception>
    public async Task Require(int centreId, FlowDefinition flow, IReadOnlyList<string> overrides, CancellationToken cancel)
    {
        var errors = (await Check(centreId, flow, overrides, cancel)).Where(finding => finding.IsError).ToList();
        if (errors.Count > 0)
        {
            throw new RuleBrokenException("FlowFaulty", [.. errors.Select(error => Fault(flow, error))]);
        }
    }

    private static Fault Fault(FlowDefinition flow, FlowFinding error) => new(error.Code, error.Sentence.En, error.ActivityId)
    {
        Said = error.Sentence,
        Place = error.ActivityId is { } id && flow.Activities.FirstOrDefault(activity => activity["id"]?.ToString() == id) is { } activity ? ActivityTitles.Of(activity, id) : null,
    };

    private LintContext Context(CentreDirectory organisation, ItemEntry? item, IReadOnlyList<string> overrides) => new()
    {
        IsBound = item is not null,
        Limits = item is { LimitKind: LimitKind.WorkingDays } ? new(item.LegalDays, item.PromisedDays) : null,
        Overridden = [.. overrides],
        MayBeAsked = address => destinations.Find(address) is not null,
        HasCandidates = offer => HasCandidates(organisation, item, offer),
    };

    private static bool HasCandidates(CentreDirectory organisation, ItemEntry? item, TaskOffer offer)
    {
        if (offer.User is not null)
        {
            return organisation.FindPerson(offer.User) is { IsActive: true };
        }

        if (offer.Unit is null && item is null)
        {
            // The unit is the case's own, which is not known here.
            return true;
        }

        var unit = offer.Unit is null ? organisation.Unit(item!.UnitId) : organisation.FindUnit(offer.Unit);
        return unit is not null && Enum.TryParse<Role>(offer.Role ?? nameof(Role.Reviewer), out var role) && organisation.Holders(unit, role, offer.Post).Any();
    }

    /// <summary>A finding as the API shows it.</summary>
    public static FlowFinding View(Finding finding) => new(
        finding.Severity == FindingSeverity.Error,
        finding.Code,
        finding.ActivityId,
        finding.Sentence.ToLocal())
    { IsHazard = finding.IsHazard };
}
