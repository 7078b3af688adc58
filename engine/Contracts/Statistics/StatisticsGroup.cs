using System.Text.Json.Serialization;

namespace ApprovalEngine.Contracts.Statistics;

/// <summary>
/// Figures of one group: what the same question filtered to it answers. A month's are those of its days within the period, so
/// its open cases stand as at its own end.
/// </summary>
public sealed record StatisticsGroup : FigureSet
{
    /// <summary>Code of the item, unit or window, user name of the person, name of the channel, or month as yyyy-MM; <c>-</c> for cases without one.</summary>
    [JsonPropertyOrder(-1)]
    public required string Key { get; init; }
}
