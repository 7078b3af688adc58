using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Descriptors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Elsa;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Shows definitions as Elsa's own server would.</summary>
internal sealed class ElsaPresenter(OrgDirectory directory, UsableDefinitions definitions)
{
    /// <summary>
    /// The revision that a client was given, among the definition's custom properties: Studio sends these back untouched, and knows no other
    /// token by which a save could say what it builds on. It is never stored.
    /// </summary>
    public const string RevisionMember = "approvalRevision";

    /// <summary>A line of a list, without what the reader may do.</summary>
    public static readonly Expression<Func<FlowVersion, ElsaDefinitionSummary>> ToSummary = row => new ElsaDefinitionSummary
    {
        Id = row.Id,
        DefinitionId = row.DefinitionId,
        Name = row.Name,
        Description = row.Description,
        Version = row.Version,
        IsLatest = row.IsLatest,
        IsPublished = row.IsPublished,
        CreatedAt = row.CreatedAt,
        IsReadonly = row.IsReadonly,
    };

    /// <summary>Whether a person may change flows, and is told so by links.</summary>
    public async Task<bool> MayEdit(Access access, CancellationToken cancel) =>
        access.Reaches(Role.Administrator, (await directory.Of(access.CentreId, cancel)).Root);

    /// <summary>Which definitions clients are told of as activities, by type and version; for any other unknown type they are shown a stand-in.</summary>
    public async Task<Func<string, int, bool>> Usable(int centreId, CancellationToken cancel)
    {
        var known = (await definitions.Of(centreId, cancel)).Select(one => (UsedDefinition.TypeOf(one.Flow.Name), one.Flow.Version)).ToHashSet();
        return (type, version) => known.Contains((type, version));
    }

    /// <summary>Shows versions without what tells rights and revision. The centre is asked once, however many are shown.</summary>
    public async Task<Func<FlowVersion, JsonObject>> Bare(int centreId, CancellationToken cancel)
    {
        var usable = await Usable(centreId, cancel);
        return row => PresentedDefinition.Of(FlowView.Definition(row), usable);
    }

    /// <summary>Shows whole versions to a person. The centre is asked once, however many are shown.</summary>
    public async Task<Func<FlowVersion, JsonObject>> Whole(Access access, CancellationToken cancel)
    {
        var (bare, mayEdit) = (await Bare(access.CentreId, cancel), await MayEdit(access, cancel));
        return row =>
        {
            var shown = bare(row);
            shown["customProperties"]!.AsObject()[RevisionMember] = row.Revision;
            shown["links"] = JsonSerializer.SerializeToNode(ElsaLinks.Of(row.DefinitionId, mayEdit), JsonText.Options);
            return shown;
        };
    }
}
