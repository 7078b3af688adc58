using System.Text.Json;
using ApprovalEngine.Contracts.Forms;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>What a version of an item says at length.</summary>
/// <param name="Form">Fields of the application form.</param>
/// <param name="Materials">Materials that must be handed in.</param>
/// <param name="Stops">Lawful stops.</param>
/// <param name="Details">Category, channels, who may apply, level of online service, share of a demo month.</param>
public sealed record ItemContent(JsonElement Form, JsonElement Materials, JsonElement Stops, JsonElement Details)
{
    /// <summary>The fields of the form, read once for all the cases of a version.</summary>
    public IReadOnlyList<FormField> Fields { get; } = FormJson.Fields(Form);

    /// <summary>The materials as rules ask for them.</summary>
    public IReadOnlyList<ListedMaterial> List { get; } = ListedMaterial.ListOf(Materials);
}
