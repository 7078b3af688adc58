using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>A mapping as it is sent, kept, and written into a case's trail.</summary>
internal static class MappingForm
{
    public static MigrationMapping Read(MappingText text)
    {
        var mapping = (text.Targets ?? ImmutableDictionary<string, string?>.Empty).Aggregate(MigrationMapping.SameIds, (before, pair) => before.With(pair.Key, pair.Value));
        return mapping with { Anew = mapping.Anew.Union(text.Anew ?? []) };
    }

    public static MigrationMapping Read(string json) => Read(Text(json));

    public static MappingText Text(string json) => JsonSerializer.Deserialize<MappingText>(json, StepPayload.Json)!;

    public static MappingText Text(MigrationMapping mapping) => new(mapping.Targets, mapping.Anew);

    public static string Write(MigrationMapping mapping) => JsonSerializer.Serialize(Text(mapping), StepPayload.Json);

    /// <summary>What a replay of the trail needs: from where to where, and by which mapping.</summary>
    public static JsonObject Details(Guid migrationId, MigrationPlan plan, int from, int to, string reason) => new()
    {
        ["migration"] = migrationId,
        ["from"] = from,
        ["to"] = to,
        ["mapping"] = JsonNode.Parse(Write(plan.Mapping)),
        ["reason"] = reason,
    };
}
