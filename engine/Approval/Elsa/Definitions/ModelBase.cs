using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>What a client's model says about where it came from; none of it is believed, all of it is compared.</summary>
/// <param name="DefinitionId">Which definition; null for a new one.</param>
/// <param name="Id">Key of the version that it was.</param>
/// <param name="Version">Its number.</param>
/// <param name="Revision">Its revision.</param>
internal sealed record ModelBase(string? DefinitionId, string? Id, int? Version, int? Revision)
{
    /// <summary>Reads it, and takes out what was only put in to come back.</summary>
    public static ModelBase TakeFrom(JsonObject model)
    {
        var own = model["customProperties"] as JsonObject;
        var based = new ModelBase(Text(model, "definitionId"), Text(model, "id"), Number(model, "version"), own is null ? null : Number(own, ElsaPresenter.RevisionMember));
        own?.Remove(ElsaPresenter.RevisionMember);
        return based;
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    private static int? Number(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
