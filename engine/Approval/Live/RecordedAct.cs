using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Live;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Live;

/// <summary>An act outside cases' own trails that was recorded, for who may know of it.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Subject">On what.</param>
/// <param name="IsOnCase">It was done to a case.</param>
/// <param name="CaseUnit">Key of that case's unit.</param>
/// <param name="Deputy">Who stands in, of an absence.</param>
internal sealed record RecordedAct(string Act, string Actor, string Subject, bool IsOnCase, int? CaseUnit, string? Deputy)
{
    /// <summary>What changed by it of which the person may see something.</summary>
    /// <param name="access">The person.</param>
    /// <param name="scope">What of the trail they read; null for nothing.</param>
    /// <param name="directory">The centre.</param>
    public IEnumerable<LiveArea> For(Access access, EventScope? scope, CentreDirectory directory)
    {
        if (scope?.Covers(Actor, IsOnCase, CaseUnit) == true)
        {
            yield return LiveArea.Acts;
        }

        if (Area is { } area && IsFor(area, access, directory))
        {
            yield return area;
        }
    }

    private LiveArea? Area => Enum.TryParse<EventAct>(Act, out var act) ? act switch
    {
        EventAct.UnitAdded or EventAct.UnitChanged or EventAct.UnitsImported or EventAct.PostAdded or EventAct.PostChanged => LiveArea.Units,
        EventAct.PersonAdded or EventAct.PersonChanged or EventAct.PeopleImported or EventAct.AccountLinked or EventAct.AccountUnlinked => LiveArea.People,
        EventAct.AbsenceRecorded or EventAct.AbsenceEnded => LiveArea.Absences,
        EventAct.KeyGiven or EventAct.KeyRevoked => LiveArea.Keys,
        EventAct.FlowSaved or EventAct.FlowPublished or EventAct.FlowRetracted or EventAct.FlowDeleted or EventAct.FlowVersionDeleted or EventAct.FlowReleaseAsked
            or EventAct.FlowReleaseRefused or EventAct.CentreSettingsChanged or EventAct.MigrationStarted or EventAct.MigrationPaused or EventAct.MigrationResumed => LiveArea.Flows,
        EventAct.ItemPublished or EventAct.ItemStateSet or EventAct.ItemsImported => LiveArea.Items,
        EventAct.CalendarPublished => LiveArea.Calendars,
        EventAct.LevelProfileChosen or EventAct.LevelProfileChanged => LiveArea.Levels,
        _ => null,
    } : null;

    /// <summary>Those whom the list of the area is open to. Where somebody, or a program, held a right before is not known here: every administrator is told.</summary>
    private bool IsFor(LiveArea area, Access access, CentreDirectory directory) => area switch
    {
        LiveArea.People or LiveArea.Keys or LiveArea.Flows => access.Has(Role.Administrator),
        LiveArea.Absences => Deputy == access.UserName || (directory.FindPerson(Subject) is { } away && AbsenceRights.Reaches(access, directory, away)),
        _ => true,
    };
}
