using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What a case's receipt leaves behind: its row in the trail, and how its materials stand.</summary>
internal static class CaseReceipt
{
    /// <summary>The note of a new case's start; with it the materials that were handed in are kept, and those that are missing.</summary>
    /// <param name="session">The new case.</param>
    /// <param name="named">What came with the application.</param>
    public static StepNote Of(CaseSession session, IReadOnlyList<SuppliedMaterial> named)
    {
        var row = session.Case;
        SuppliedMaterial[] materials = [.. named, .. RequiredPapers.NotNamed(session, named)];
        session.Changes.More.AddRange(materials.Select(material => MaterialStatements.Of(row, material, row.ReceivedBy)));
        return new StepNote("CaseReceived")
        {
            Details = new JsonObject
            {
                ["item"] = session.World.Item.Code,
                ["channel"] = row.Channel.ToString(),
                ["applicant"] = row.ApplicantName,
                ["form"] = row.Form.DeepClone(),
                ["materials"] = new JsonArray([.. materials.Select(material => (JsonNode)$"{material.Code}: {material.State}")]),
            },
        };
    }
}
