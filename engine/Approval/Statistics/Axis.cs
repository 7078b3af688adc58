using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>A dimension of the figures.</summary>
/// <param name="Name">As <c>--by</c> names it.</param>
/// <param name="Dimension">Number of its rollup, which is kept by month.</param>
/// <param name="Column">The fact's column; 0 stands for none.</param>
internal sealed record Axis(string Name, short Dimension, string Column)
{
    public static readonly Axis Item = new("item", 1, "f.item_id");
    public static readonly Axis Unit = new("unit", 2, "f.unit_id");
    public static readonly Axis Window = new("window", 3, "coalesce(f.window_id, 0)");
    public static readonly Axis Channel = new("channel", 4, "f.channel::int");

    /// <summary>Those that have a rollup of their own. The rollup of dimension 0 is the whole centre's, by day.</summary>
    public static readonly IReadOnlyList<Axis> All = [Item, Unit, Window, Channel];

    /// <summary>The axis of a name.</summary>
    /// <exception cref="RuleBrokenException">There is none.</exception>
    public static Axis Named(string name) =>
        All.FirstOrDefault(axis => axis.Name == name)
        ?? throw new RuleBrokenException("GroupingUnknown", $"Figures are grouped by item, unit, window, month or channel, not by '{name}'.", "by");
}
