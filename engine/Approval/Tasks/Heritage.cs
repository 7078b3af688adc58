using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>One case's part of a hand-over: at once where the heir may have everything, else task by task.</summary>
/// <param name="over">The hand-over.</param>
/// <param name="caseId">The case.</param>
internal sealed class Heritage(HandOverRow over, Guid caseId)
{
    /// <summary>Tasks that went to the heir.</summary>
    public int Moved { get; private set; }

    /// <summary>Tasks that went on offer, or back to who delegated them.</summary>
    public int Offered { get; private set; }

    public CaseAct Act() => new() { CentreId = over.CentreId, CaseId = caseId, Do = (session, at) => Refusals.Translated(() => Pass(session, at)) };

    private void Pass(CaseSession session, DateTimeOffset at)
    {
        (Moved, Offered) = (0, 0);
        var mine = Mine(session).ToList();
        if (mine.Count == 0)
        {
            return;
        }

        if (over.ToUser is { } heir && session.World.Directory.FindPerson(heir) is { } person && mine.TrueForAll(task => MayHave(session, task, person)))
        {
            // Nobody signs what they hold: an acceptance that waited for such a signature takes effect now, or the case is left until its papers are there.
            RequiredPapers.Require(session, session.Act(
                at, over.AskedBy, new Stimulus.ReplacePerson(over.FromUser, heir), Note("WorkHandedOver", null, new JsonObject { ["from"] = over.FromUser, ["to"] = heir })));
            Moved = mine.Count;
            return;
        }

        foreach (var number in mine.ConvertAll(task => task.Id))
        {
            PassOne(session, number, at);
        }
    }

    private void PassOne(CaseSession session, int number, DateTimeOffset at)
    {
        if (Find(session, number) is { } planned && SignsAfter(planned))
        {
            TakeSignature(session, planned, at);
            return;
        }

        if (Find(session, number) is { Owner: { } owner })
        {
            session.Act(at, over.AskedBy, new Stimulus.RecallTask(number), Note("TaskRecalled", number, [], owner));
        }

        // Taking a signer away can end the step; and a task that went back to who delegated it is no longer this person's.
        if (Find(session, number) is not { } task || !IsMine(task))
        {
            Offered++;
            return;
        }

        if (task.Parent is { } parent)
        {
            TakeSignature(session, Find(session, parent)!, at);
            return;
        }

        var heir = over.ToUser is { } user && session.World.Directory.FindPerson(user) is { } person && MayHave(session, task, person) ? user : null;
        session.Act(
            at, over.AskedBy, new Stimulus.TransferTask(number, task.Offer with { User = heir }, KeepsSigners: true), Note("TaskTransferred", number, new JsonObject { ["toUser"] = heir }));
        Moved += heir is null ? 0 : 1;
        Offered += heir is null ? 1 : 0;
    }

    private void TakeSignature(CaseSession session, OpenTask signed, DateTimeOffset at)
    {
        RequiredPapers.Require(session, session.Act(
            at, over.AskedBy, new Stimulus.RemoveSigner(signed.Id, over.FromUser),
            Note("SignerRemoved", signed.Id, new JsonObject { ["signer"] = over.FromUser }, signed.Assignee ?? signed.Offer.User)));
        Offered++;
    }

    private IEnumerable<OpenTask> Mine(CaseSession session) => session.Case.State.Tasks.Where(IsMine);

    private bool IsMine(OpenTask task) =>
        task.Assignee == over.FromUser || task.Owner == over.FromUser || (task.Assignee is null && task.Offer.User == over.FromUser) || SignsAfter(task);

    private bool SignsAfter(OpenTask task) => task.SignersAfter.Contains(over.FromUser);

    private static OpenTask? Find(CaseSession session, int number) => session.Case.State.Tasks.FirstOrDefault(task => task.Id == number);

    private bool MayHave(CaseSession session, OpenTask task, PersonEntry person) => SignsAfter(task) || task.Kind == TaskKind.Signer
        ? CaseReach.MaySign(session, person)
        : !task.Barred.Contains(person.UserName) && person.Answers(TaskRights.UnitOf(task, session), TaskRole.Of(task), task.Offer.Post);

    private StepNote Note(string act, int? task, JsonObject details, string? onBehalfOf = null)
    {
        details["handOver"] = over.HandOverId;
        return new StepNote(act) { TaskNo = task, Opinion = over.Reason, OnBehalfOf = onBehalfOf ?? over.FromUser, Details = details };
    }
}
