using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The open cases of an urgency, as the board counts them (<see cref="Statistics.GetUrgency"/>).</summary>
internal static class CaseUrgency
{
    /// <summary>
    /// The condition on a row <c>c</c> of cases; $19 is now, and who is due at this very moment is not overdue yet. It names the status as the indexes of open cases do, so that one of them is read: what is due by unit and
    /// due moment (ix_cases_open), or all by their ids (ix_cases_open_counted), either alone.
    /// </summary>
    public static string Condition(Urgency urgency) => "c.status < 7 and c.accepted_at is " + urgency switch
    {
        Urgency.Received => "null",
        Urgency.Stopped => "not null and c.status = 2",
        Urgency.Undated => "not null and c.status <> 2 and c.due_at is null",
        Urgency.Overdue => "not null and c.status <> 2 and c.due_at < $19",
        Urgency.Notice => "not null and c.status <> 2 and c.due_at >= $19 and c.notice_at <= $19",
        _ => "not null and c.status <> 2 and c.due_at >= $19 and (c.notice_at is null or c.notice_at > $19)",
    };
}
