using System.Collections.Immutable;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Documents;

/// <summary>The answer of a person by which an applicant is told something.</summary>
/// <param name="By">User name of who answered.</param>
/// <param name="Words">Their opinion; null for none.</param>
/// <param name="Notice">What else is told; null for nothing.</param>
internal sealed record NoticeSaid(string By, string? Words, NoticeRequest? Notice)
{
    /// <summary>
    /// The answer that takes effect with an act; null where none does. Behind signers it is the one that was held, in its giver's words and
    /// with its papers, less those that were brought since: whoever signs, or takes a signer away, tells the applicant nothing.
    /// </summary>
    /// <param name="session">The case.</param>
    /// <param name="effects">What the act led to.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="note">What was said with the act.</param>
    public static NoticeSaid? Of(CaseSession session, ImmutableArray<Effect> effects, string actor, StepNote note)
    {
        if (effects.OfType<Effect.TaskClosed>().FirstOrDefault(closed => closed is { End: TaskEnd.Completed, Task.Held: not null }) is { Task: { Held: { } held } task })
        {
            var (words, notice) = session.Stored.AnswerTo(task.Id);
            return new(held.By, words, notice is null ? null : notice with { Papers = [.. notice.Papers.Where(paper => IsLacking(session, paper))] });
        }

        return note.Act == "TaskCompleted" ? new(actor, note.Opinion, note.Notice) : null;
    }

    private static bool IsLacking(CaseSession session, NoticePaper paper) =>
        session.Stored.Materials.GetValueOrDefault(paper.Code, (MaterialState.Missing, null)).State is MaterialState.Missing or MaterialState.Faulty;
}
