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

    // Index (centre, unit, due desc, alert). The two directions do not fit one comparison; the first condition is the one that the index knows.
    private static readonly AlertOrder Unit = new(
        "true", $"a.unit_id >= {LastUnit} and (a.unit_id > {LastUnit} or (a.due_at, a.alert_id) < (@afterAt, @afterId))", "order by a.unit_id, a.due_at desc, a.alert_id desc");

    private const string LastUnit = "(select l.unit_id from org_unit l where l.centre_id = @centre and l.code = @afterUnit)";

    /// <summary>The order that is asked for.</summary>
    public static AlertOrder Of(AlertSort? sort) => sort switch { AlertSort.Level => Level, AlertSort.Overdue => Overdue, AlertSort.Unit => Unit, _ => Newest };
}
