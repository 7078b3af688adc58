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

    /// <summary>Whether a person may change flows, and is told so by links.</summary>
    public async Task<bool> MayEdit(Access access, CancellationToken cancel) =>
        access.Reaches(Role.Administrator, (await directory.Of(access.CentreId, cancel)).Root);

    /// <summary>Which definitions clients are told of as activities, by type and version; for any other unknown type they are shown a stand-in.</summary>
    public async Task<Func<string, int, bool>> Usable(int centreId, CancellationToken cancel)
    {
        var known = (await definitions.Of(centreId, cancel)).Select(one => (UsedDefinition.TypeOf(one.Flow.Name), one.Flow.Version)).ToHashSet();
        return (type, version) => known.Contains((type, version));
    }

    /// <summary>The definition without what tells rights and revision.</summary>
    public async Task<JsonObject> Bare(FlowVersion row, CancellationToken cancel) => PresentedDefinition.Of(FlowView.Definition(row), await Usable(row.CentreId, cancel));

    /// <summary>The whole definition.</summary>
    public async Task<JsonObject> Definition(Access access, FlowVersion row, CancellationToken cancel)
    {
        var shown = await Bare(row, cancel);
        shown["customProperties"]!.AsObject()[RevisionMember] = row.Revision;
        shown["links"] = JsonSerializer.SerializeToNode(ElsaLinks.Of(row.DefinitionId, await MayEdit(access, cancel)), JsonText.Options);
        return shown;
    }

    /// <summary>A line of a list.</summary>
    /// <param name="row">The version.</param>
    /// <param name="links">What the reader may do; null where Elsa says nothing.</param>
    public static ElsaDefinitionSummary Summary(FlowVersion row, IReadOnlyList<ElsaLink>? links) => new()
    {
        Links = links,
        IsMaterializerAvailable = links is null ? null : true,
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
}
