using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Definitions;

/// <summary>Saves a flow: over its draft, or as a new draft where the newest version was once published.</summary>
/// <param name="Document">The Elsa 3 definition. Its own id, version, isLatest and isPublished are not believed.</param>
/// <param name="BuildsOn">Version and revision that was edited; null for a new definition.</param>
/// <param name="Note">What to say about it.</param>
public sealed record SaveFlowRequest(JsonObject Document, FlowBase? BuildsOn = null, string? Note = null);

/// <summary>What an edit started from.</summary>
/// <param name="Version">The version.</param>
/// <param name="Revision">Its revision then.</param>
public sealed record FlowBase(int Version, int Revision);
