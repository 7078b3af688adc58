using ApprovalEngine.Approval.Cases;

namespace ApprovalEngine.Approval.Demo;

/// <summary>Counts what the demo adds.</summary>
internal sealed class DemoReport(DateOnly month, int cases)
{
    private int added, closed, open, stopped, alerts;

    /// <summary>Cases of the plan dealt with so far.</summary>
    public int Done { get; set; }

    public DemoResult Result => new(month, cases, added, closed, open, stopped, alerts);

    public void Add(CaseSession session)
    {
        added++;
        closed += session.Case.IsOpen ? 0 : 1;
        open += session.Case.IsOpen ? 1 : 0;
        stopped += session.Case.Status == CaseStatus.Suspended ? 1 : 0;
        alerts += session.Changes.Alerts.Count;
    }
}
