using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Who may do what with a case outside its tasks. What refuses an act is also what offers it, so that nobody is offered what they would be refused.</summary>
internal static class CaseRights
{
    /// <summary>Passing other people's tasks on, putting them back on offer, taking them back from who advises (<see cref="Tasks.TaskRights.RequireMover"/>).</summary>
    private const string MoveTasks = "MoveTasks";

    /// <summary>The acts that are open to a person on a case as it stands.</summary>
    public static IEnumerable<string> Open(Access access, CaseRecord row, CaseWorld world)
    {
        var unit = world.Directory.Unit(row.UnitId);
        if (row.IsOpen && row.State.Clock is not null && MaySuspend(access, unit))
        {
            yield return row.Status == CaseStatus.Suspended ? "Resume" : "Suspend";
        }

        if (row.IsOpen && row.State.Clock is not null && MayExtend(access, unit))
        {
            yield return "Extend";
        }

        foreach (var end in new[] { Decision.Withdrawn, Decision.Terminated }.Where(end => row.IsOpen && MayEnd(access, end, row, unit, world)))
        {
            yield return end.ToString();
        }

        if (row.IsOpen && access.Reaches(Role.HeadOfCentre, unit))
        {
            yield return MoveTasks;
        }

        if (MayRaiseAlert(access, RaisedAlert.UnitOf(row.State) ?? unit.Code, unit, world))
        {
            yield return nameof(RaiseAlert);
        }
    }

    /// <summary>The head of the centre and supervisors in whose scope a case lies stop it and let it go on.</summary>
    /// <exception cref="ForbiddenException">The role does not reach the case.</exception>
    /// <exception cref="ConflictException">The case has ended.</exception>
    public static void RequireSuspension(Access access, CaseSession session)
    {
        Require(MaySuspend(access, CaseActs.UnitOf(session)), access, session);
        if (!session.Case.IsOpen)
        {
            throw new ConflictException("CaseEnded", $"Case {session.Case.CaseNo} has ended already.", new { at = session.Case.ClosedAt });
        }
    }

    /// <summary>The head of the centre grants more days.</summary>
    /// <exception cref="ForbiddenException">The role does not reach the case.</exception>
    public static void RequireExtension(Access access, CaseSession session) => Require(MayExtend(access, CaseActs.UnitOf(session)), access, session);

    /// <summary>The window, or the agent who handed it in, takes a case back; all else is the head's.</summary>
    /// <exception cref="ForbiddenException">The role does not reach the case.</exception>
    public static void RequireEnd(Access access, Decision decision, CaseSession session) => Require(MayEnd(access, decision, session.Case, CaseActs.UnitOf(session), session.World), access, session);

    /// <summary>Whether somebody records papers: at the window, as the agent who handed the case in, or as the head once it has ended.</summary>
    public static bool MaySupply(Access access, CaseRecord row, CaseWorld world) =>
        (row.ReceivedBy == access.UserName && access.Has(Role.Agent)) || MayLetGo(access, row, world) || ServesAt(access, row, world.Directory.Unit(row.UnitId), world);

    /// <summary>Whether somebody finds needless what was promised of a case that has ended.</summary>
    public static bool MayLetGo(Access access, CaseRecord row, CaseWorld world) => !row.IsOpen && access.Reaches(Role.HeadOfCentre, world.Directory.Unit(row.UnitId));

    /// <summary>A clerk of the unit that handles a case, or of the window that took it in for that unit.</summary>
    /// <exception cref="ForbiddenException">The role reaches neither.</exception>
    public static void RequireWindow(Access access, CaseSession session)
    {
        var unit = CaseActs.UnitOf(session);
        if (!ServesAt(access, session.Case, unit, session.World))
        {
            access.RequireAt(Role.WindowClerk, unit);
        }
    }

    /// <summary>A supervisor raises a card where the case hangs; a unit that the organisation does not know (any more) counts as the case's.</summary>
    public static bool MayRaiseAlert(Access access, string at, UnitEntry unit, CaseWorld world) => access.Reaches(Role.Supervisor, world.Directory.FindUnit(at) ?? unit);

    private static bool MaySuspend(Access access, UnitEntry unit) => access.Reaches(Role.Supervisor, unit) || access.Reaches(Role.HeadOfCentre, unit);

    private static bool MayExtend(Access access, UnitEntry unit) => access.Reaches(Role.HeadOfCentre, unit);

    private static bool MayEnd(Access access, Decision decision, CaseRecord row, UnitEntry unit, CaseWorld world) => access.Reaches(Role.HeadOfCentre, unit)
        || (decision == Decision.Withdrawn && (ServesAt(access, row, unit, world) || (row.ReceivedBy == access.UserName && access.Has(Role.Agent))));

    private static bool ServesAt(Access access, CaseRecord row, UnitEntry unit, CaseWorld world) =>
        access.Reaches(Role.WindowClerk, unit) || (row.WindowId is { } window && access.Reaches(Role.WindowClerk, world.Directory.Unit(window)));

    /// <summary>Whatever is refused, the head of the centre might have done.</summary>
    private static void Require(bool isAllowed, Access access, CaseSession session)
    {
        if (!isAllowed)
        {
            access.RequireAt(Role.HeadOfCentre, CaseActs.UnitOf(session));
        }
    }
}
