using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What a case's receipt leaves behind: its row in the trail, and how its materials stand.</summary>
internal static class CaseReceipt
{
    private const int MostOfForm = 100;

    /// <summary>The note of a new case's start; with it the materials that were handed in are kept, those that are missing, and those that came at fields of the form.</summary>
    /// <param name="session">The new case.</param>
    /// <param name="named">What came with the application.</param>
    public static StepNote Of(CaseSession session, IReadOnlyList<SuppliedMaterial> named)
    {
        var row = session.Case;
        var ofForm = FormPaper.In(session.World.Content.Fields, row.Form).Select(paper => new SuppliedMaterial(paper.Code)).ToList();
        if (ofForm.Count > MostOfForm)
        {
            throw new RuleBrokenException("TooManyMaterials", $"A form has files in at most {MostOfForm} places; this one has them in {ofForm.Count}.", "form");
        }

        SuppliedMaterial[] materials = [.. named, .. RequiredPapers.NotNamed(session, named), .. ofForm];
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
