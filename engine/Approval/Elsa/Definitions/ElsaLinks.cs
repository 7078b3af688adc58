using ApprovalEngine.Contracts.Elsa;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>How rights are told to Elsa Studio: without the link <c>publish</c> it opens a definition read-only (elsa-studio.md, section 4).</summary>
internal static class ElsaLinks
{
    private const string Get = "GET";
    private const string Post = "POST";

    /// <summary>Of a definition.</summary>
    /// <param name="definitionId">Which.</param>
    /// <param name="mayEdit">Whether the reader may change flows.</param>
    public static IReadOnlyList<ElsaLink> Of(string definitionId, bool mayEdit)
    {
        var flow = $"/workflow-definitions/{Uri.EscapeDataString(definitionId)}";
        ElsaLink[] reading =
        [
            new(flow, "self", Get), new($"/workflow-definitions/by-definition-id/{Uri.EscapeDataString(definitionId)}", "self", Get),
            new($"{flow}/versions", "versions", Get), new($"{flow}/export", "export", Post),
        ];
        return mayEdit
            ?
            [
                .. reading, new($"{flow}/bulk-dispatch", "bulk-dispatch", Post), new($"{flow}/dispatch", "dispatch", Post), new($"{flow}/execute", "execute", Post),
                new($"{flow}/publish", "publish", Post), new($"{flow}/retract", "retract", Post), new(flow, "delete", "DELETE"),
                new($"{flow}/import", "import", "PUT"), new($"{flow}/update-references", "update-references", Post),
            ]
            : reading;
    }

    /// <summary>Of the list of definitions.</summary>
    public static IReadOnlyList<ElsaLink> OfList(bool mayEdit)
    {
        ElsaLink[] reading =
        [
            new("/workflow-definitions", "self", Get), new("/workflow-definitions/validation/is-name-unique", "is-name-unique", Get),
            new("/workflow-definitions/query/count", "count", Get), new("/workflow-definitions/many-by-id", "many-by-id", Get),
        ];
        return mayEdit
            ?
            [
                .. reading,
                new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", Post),
                new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", Post),
                new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", Post),
                new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", Post),
                new("/workflow-definitions/import", "import", Post), new("/workflow-definitions/import-files", "import-files", Post),
                new("/workflow-definitions", "create", Post),
            ]
            : reading;
    }
}
