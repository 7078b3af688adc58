using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Live;

namespace ApprovalEngine.Approval.Live;

/// <summary>What changed in a centre between two looks.</summary>
/// <param name="Directory">The centre.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Acts">What was done outside their trails.</param>
internal sealed record CentreNews(CentreDirectory Directory, IReadOnlyList<ChangedCase> Cases, IReadOnlyList<RecordedAct> Acts)
{
    /// <summary>The part that one person may know; null when there is none.</summary>
    /// <param name="access">The person, with the rights that they have now.</param>
    public LiveNews? For(Access access)
    {
        var cases = Cases.Where(one => one.Concerns(access)).Select(one => one.CaseId).ToArray();
        var scope = Acts.Count > 0 ? EventScope.Of(access, Directory) : null;
        var areas = Acts.SelectMany(act => act.For(access, scope, Directory)).Concat(Cases.Any(one => one.ConcernsAsIncident(access)) ? [LiveArea.Incidents] : []).Distinct().ToArray();
        return cases.Length + areas.Length > 0 ? new(cases, areas) : null;
    }
}
