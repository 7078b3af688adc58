namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The open cases of a scope by how urgent they are, now: each case in exactly one.</summary>
/// <param name="Received">Not accepted yet: no limit runs.</param>
/// <param name="InTime">Before their notice.</param>
/// <param name="Notice">Past it, and not yet due.</param>
/// <param name="Overdue">Past their promised due moment.</param>
/// <param name="Stopped">Their clock stands still.</param>
/// <param name="Undated">Accepted, and the due moment is not known yet (a calendar year is missing).</param>
public sealed record UrgencyView(int Received, int InTime, int Notice, int Overdue, int Stopped, int Undated)
{
    /// <summary>All of them.</summary>
    public int Open => Received + InTime + Notice + Overdue + Stopped + Undated;
}
