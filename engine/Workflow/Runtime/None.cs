using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The empty collections of a state. Ordered by code units, so that a state has one stored form in every culture.</summary>
internal static class None
{
    public static ImmutableSortedDictionary<string, JsonNode?> Values { get; } = ImmutableSortedDictionary.Create<string, JsonNode?>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, JsonObject> Scopes { get; } = ImmutableSortedDictionary.Create<string, JsonObject>(StringComparer.Ordinal);

    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Doers { get; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);
}
