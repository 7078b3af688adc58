using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An order of the list of alerts, as it stands in SQL.</summary>
/// <param name="Has">Which rows have a place in it.</param>
/// <param name="After">Which rows come after the last one shown.</param>
/// <param name="By">The order itself.</param>
internal sealed record AlertOrder(string Has, string After, string By)
{
    private static readonly AlertOrder Newest = new("true", "(a.due_at, a.alert_id) < (@afterAt, @afterId)", "order by a.due_at desc, a.alert_id desc");

    private static readonly AlertOrder Level = new(
        "true", "(a.level, a.due_at, a.alert_id) < (@afterLevel, @afterAt, @afterId)", "order by a.level desc, a.due_at desc, a.alert_id desc");

    private static readonly AlertOrder Overdue = new(
        "c.status < 7 and c.due_at is not null", "(c.due_at, a.alert_id) > (@afterAt, @afterId)", "order by c.due_at, a.alert_id");

    /// <summary>The order that is asked for.</summary>
    public static AlertOrder Of(AlertSort? sort) => sort switch { AlertSort.Level => Level, AlertSort.Overdue => Overdue, _ => Newest };
}
