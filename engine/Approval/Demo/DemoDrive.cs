using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Demo;

/// <summary>
/// Drives one case through its flow by looking at the open tasks in its state: people who may do so take them and answer them in
/// office hours. Every act passes the same checks as a living person's.
/// </summary>
internal sealed class DemoDrive(CaseSession session, DemoApplication application, DemoHabits habits, WorkingTime time, Random random)
{
    private const double WithdrawnShare = 0.012;
    private const double ExtendedShare = 0.5;
    private static readonly TimeSpan ServiceAnswers = TimeSpan.FromMinutes(3);

    private readonly PriorityQueue<DemoEvent, (DateTimeOffset, int)> coming = new();
    private readonly HashSet<int> planned = [];
    private readonly HashSet<int> answered = [];
    private int order;

    /// <summary>Runs the case from its start to an instant; what is due by then has happened, alerts included.</summary>
    public void Run(StepNote received, DateTimeOffset until)
    {
        session.Act(application.ReceivedAt, session.Case.ReceivedBy, new Stimulus.Start(), received);
        if (random.NextDouble() < WithdrawnShare)
        {
            Expect(time.After(application.ReceivedAt, TimeSpan.FromHours(random.Next(1, 20))), Withdraw);
        }

        if (application.Pace > 1 && random.NextDouble() < ExtendedShare && application.Item.ExtensionDays is > 0)
        {
            Expect(time.After(application.ReceivedAt, TimeSpan.FromHours(Math.Max(1, application.Item.PromisedDays - 1) * 7)), Extend);
        }

        Plan();
        while (coming.TryDequeue(out var next, out _) && next.At <= until)
        {
            session.CatchUp(next.At);
            Plan();
            if (session.Case.IsOpen || session.Case.State.Tasks.Length > 0 || HasOpenCalls)
            {
                next.Happen(next.At);
                Plan();
            }
        }

        session.CatchUp(until, isSweep: true);
    }

    private bool HasOpenCalls => session.Changes.Messages.Any(message => message.CallId is not null);

    /// <summary>Looks at what waits and expects an answer for each, once.</summary>
    private void Plan()
    {
        foreach (var task in session.Case.State.Tasks.Where(task => planned.Add(task.Id)))
        {
            if (habits.Delay(task) is { } delay && Holder(task) is { } person)
            {
                Expect(time.After(task.OpenedAt, delay * habits.ClaimedAfter), at => Claim(task.Id, person, at));
                Expect(time.After(task.OpenedAt, delay), at => Answer(task.Id, person, at));
            }
        }

        foreach (var message in session.Changes.Messages.Where(message => message.CallId is { } call && answered.Add(call)))
        {
            Expect(message.At + ServiceAnswers, at => ServiceAnswer(message, at));
        }
    }

    private void Expect(DateTimeOffset at, Action<DateTimeOffset> happen)
    {
        var one = new DemoEvent(at, order++, happen);
        coming.Enqueue(one, (one.At, one.Order));
    }

    private void Claim(int no, Access person, DateTimeOffset at)
    {
        if (Open(no) is { Assignee: null } task)
        {
            TaskRights.RequireActor(person, task, session, at);
            session.Act(at, person.UserName, new Stimulus.ClaimTask(no), new StepNote("TaskClaimed") { TaskNo = no });
        }
    }

    private void Answer(int no, Access person, DateTimeOffset at)
    {
        if (Open(no) is not { } task)
        {
            return;
        }

        TaskRights.RequireActor(person, task, session, at);
        var outcome = habits.Outcome(task);
        var note = new StepNote("TaskCompleted") { TaskNo = no, Outcome = outcome, Opinion = habits.Opinion(task, outcome) };
        session.Act(at, person.UserName, new Stimulus.CompleteTask(no, outcome), note);
    }

    private void ServiceAnswer(OutboxMessage message, DateTimeOffset at)
    {
        var note = new StepNote("ServiceAnswered") { Details = new JsonObject { ["call"] = message.CallId } };
        session.Act(at, Actors.Outbox, new Stimulus.ServiceAnswered(message.CallId!.Value, Succeeded: true), note);
        // It was answered within the demo, so the outbox has nothing to deliver.
        session.Changes.Messages.Remove(message);
    }

    private void Withdraw(DateTimeOffset at)
    {
        if (session.Case is { IsOpen: true, State.Status: FlowStatus.Running } && Anyone(Role.WindowClerk) is { } clerk)
        {
            const string reason = "申请人撤回申请";
            session.Act(at, clerk.UserName, new Stimulus.EndCase(Decision.Withdrawn, reason), new StepNote("CaseEnded") { Outcome = nameof(Decision.Withdrawn), Opinion = reason });
        }
    }

    private void Extend(DateTimeOffset at)
    {
        if (session.Case is { Status: CaseStatus.Open, DueAt: { } due } && at < due && Anyone(Role.HeadOfCentre) is { } head)
        {
            const string reason = "情况复杂，依法延长办理期限";
            var days = Math.Min(5, application.Item.ExtensionDays!.Value);
            session.Act(at, head.UserName, new Stimulus.ExtendLimit(days, reason), new StepNote("CaseExtended") { Opinion = reason, Details = new JsonObject { ["days"] = days } });
        }
    }

    private OpenTask? Open(int no) => session.Case.State.Tasks.FirstOrDefault(task => task.Id == no);

    /// <summary>Someone who may answer the task; null when nobody in the centre may.</summary>
    private Access? Holder(OpenTask task)
    {
        var directory = session.World.Directory;
        if (task.Offer.User is { } user)
        {
            return directory.FindPerson(user) is { IsActive: true } named ? AccessOf(named) : null;
        }

        return Any(directory.Holders(TaskRights.UnitOf(task, session), TaskRole.Of(task), task.Offer.Post).Where(person => !task.Barred.Contains(person.UserName)));
    }

    private Access? Anyone(Role role) => Any(session.World.Directory.Holders(session.World.Directory.Unit(session.Case.UnitId), role));

    private Access? Any(IEnumerable<PersonEntry> people) =>
        people.ToList() is { Count: > 0 } some ? AccessOf(some[random.Next(some.Count)]) : null;

    private Access AccessOf(PersonEntry person) => new(person.UserName, session.Case.CentreId, person.Grants, person.Posts);
}
