using System.Text.Json.Serialization;

namespace ApprovalEngine.Contracts.Statistics;

/// <summary>Figures of a period, and of its groups where these were asked for.</summary>
public sealed record StatisticsAnswer : FigureSet
{
    /// <summary>First local date of the centre.</summary>
    [JsonPropertyOrder(-2)]
    public required DateOnly From { get; init; }

    /// <summary>Last local date, inclusive.</summary>
    [JsonPropertyOrder(-1)]
    public required DateOnly To { get; init; }

    /// <summary>One entry a group, in the order of the keys; empty where no grouping was asked for.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<StatisticsGroup> Groups { get; init; } = [];
}
