using System.Text.Json;

namespace ApprovalEngine.Contracts.Supervision;

/// <summary>An alert with what it rests on.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Profile">The profile of levels and its version.</param>
/// <param name="Evidence">The clock as it was then: start, limit, extension, days used, due moment, calendar version, and every local day with its reason.</param>
public sealed record AlertView(AlertListed Alert, string Profile, JsonElement Evidence);
