using System.ComponentModel;
using System.Text.Json.Serialization;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>For which cases figures are asked.</summary>
/// <param name="From">First local date of the centre.</param>
/// <param name="To">Last one, inclusive.</param>
/// <param name="Item">Code of an item.</param>
/// <param name="Unit">Code of a unit; the units below it count with it.</param>
/// <param name="Window">Code of the window of receipt.</param>
/// <param name="Channel">Name of the channel.</param>
/// <param name="Person">User name of who held a task.</param>
/// <param name="UnitAlone">Only the unit itself, without those below it.</param>
internal readonly record struct FigurePeriod(
    [property: Description("First local date of the centre.")] DateOnly From,
    [property: Description("Last local date, inclusive.")] DateOnly To,
    string? Item,
    string? Unit,
    string? Window,
    string? Channel,
    string? Person,
    [property: Description("Only the unit itself, without those below it.")] bool? UnitAlone)
{
    /// <summary>What narrows them.</summary>
    [JsonIgnore]
    public StatisticsFilter Filter => new(Item, Unit, Window, Channel, Person, UnitAlone ?? false);

    /// <summary>The same about an earlier period.</summary>
    public FigurePeriod Earlier(Comparison comparison)
    {
        var (from, to) = new FigureDays(From, To).Earlier(comparison);
        return this with { From = from, To = to };
    }
}
