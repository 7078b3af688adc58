using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>A dimension of the figures.</summary>
/// <param name="Name">As <c>--by</c> names it.</param>
/// <param name="Dimension">Number of its rollup; <see cref="Unkept"/> where there is none.</param>
/// <param name="Column">The fact's column; 0 stands for none.</param>
internal sealed record Axis(string Name, short Dimension, string Column)
{
    /// <summary>Number of the whole centre's rollup.</summary>
    public const short Centre = 0;

    private const short Unkept = -1;

    /// <summary>
    /// Ids of those who held a task in the case of a fact <c>f</c>: to whom it was assigned, to whom alone it was offered, and who answered a
    /// task that was nobody's. A deputy answers for whom they stand in for, whose task it stays. Primary keys of both tables.
    /// </summary>
    private const string Holders = """
        select u.id from users u
         where u.centre_id = @centre and u.user_name in (
               select coalesce(d.assignee, d.offered_user, case when d.task_end = 0 then d.closed_by end) from task_closed d where d.centre_id = @centre and d.case_id = f.case_id
               union
               select coalesce(t.assignee, t.offered_user) from task_open t where t.centre_id = @centre and t.case_id = f.case_id)
        """;

    public static readonly Axis Item = new("item", 1, "f.item_id");
    public static readonly Axis Unit = new("unit", 2, "f.unit_id");
    public static readonly Axis Window = new("window", 3, "coalesce(f.window_id, 0)");
    public static readonly Axis Channel = new("channel", 4, "f.channel::int");

    /// <summary>Who held the tasks. A case counts with each of its people, so these groups overlap and are never added up.</summary>
    public static readonly Axis Person = new("person", Unkept, "coalesce(h.id, 0)")
    {
        Join = $" left join lateral ({Holders}) h on true",
        Condition = $"coalesce((select array_agg(p.id) from ({Holders}) p), '{{0}}') && @person",
    };

    /// <summary>Those that have a rollup of their own.</summary>
    public static readonly IReadOnlyList<Axis> All = [Item, Unit, Window, Channel];

    /// <summary>What gives a fact its column where it has none itself: a row for each of several.</summary>
    public string Join { get; private init; } = "";

    /// <summary>Whether a fact <c>f</c> is of one of the ids in the parameter that bears the axis's name.</summary>
    public string Condition { get; private init; } = $"{Column} = any(@{Name})";

    /// <summary>Whether a rollup keeps its sums.</summary>
    public bool IsKept => Dimension != Unkept;

    /// <summary>Whether a case may be in several of its groups.</summary>
    public bool Overlaps => Join.Length > 0;

    /// <summary>The axis of a name.</summary>
    /// <exception cref="RuleBrokenException">There is none.</exception>
    public static Axis Named(string name) =>
        All.Append(Person).FirstOrDefault(axis => axis.Name == name)
        ?? throw new RuleBrokenException("GroupingUnknown", $"Figures are grouped by item, unit, person, window, month or channel, not by '{name}'.", "by");
}
