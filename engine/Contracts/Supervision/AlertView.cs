using System.Text.Json;

namespace ApprovalEngine.Contracts.Supervision;

/// <summary>An alert with what it rests on and how it was answered.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Profile">The profile of levels and its version; empty for one raised by hand.</param>
/// <param name="Evidence">
/// The clock as it was then: start, limit, extension, days used, due moment, calendar version, and every local day with its reason. For one
/// raised by hand: the reason.
/// </param>
/// <param name="Acts">What was done about it, oldest first.</param>
/// <param name="Next">Statuses to which who asks may lead it now.</param>
/// <param name="ProfileName">What the centre calls the profile; null for one that ships, and for one raised by hand.</param>
public sealed record AlertView(AlertListed Alert, string Profile, JsonElement Evidence, IReadOnlyList<AlertActView> Acts, IReadOnlyList<string> Next, LocalText? ProfileName = null);
