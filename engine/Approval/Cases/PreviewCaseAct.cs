using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Finds out what an act on a case would lead to: does it to a copy in memory, with the rights and refusals of the act itself.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Asked">The act.</param>
public sealed record PreviewCaseAct(Access Access, Guid CaseId, CaseActPreviewRequest Asked) : IRequest<CaseActPreview>;

internal sealed class PreviewCaseActHandler(CaseTrials trials, CaseSight sight, TimeProvider clock) : IRequestHandler<PreviewCaseAct, CaseActPreview>
{
    /// <summary>Stands where the act wants words, which change nothing of its consequence.</summary>
    private const string Words = "?";

    public async Task<CaseActPreview> Handle(PreviewCaseAct query, CancellationToken cancellationToken)
    {
        var (access, caseId, asked) = query;
        await sight.RequireAsync(access, caseId, cancellationToken);
        var session = await trials.OpenAsync(access.CentreId, caseId, cancellationToken);
        var (open, at) = (session.Case.State.Tasks, clock.GetUtcNow());
        DateTimeOffset? goesOnAt = null;
        Refusals.Translated(() => goesOnAt = Do(query, session, at));
        return new CaseActPreview(
            session.Case.DueAt, session.Case.LegalDueAt, goesOnAt,
            asked.Act == "Suspend" ? [] : [.. open.Where(task => session.Case.State.Tasks.All(still => still.Id != task.Id)).Select(task => Listing.Step(session, task.ActivityId))]);
    }

    private static DateTimeOffset? Do(PreviewCaseAct query, CaseSession session, DateTimeOffset at)
    {
        var (access, caseId, asked) = query;
        switch (asked.Act)
        {
            case "Suspend":
                var endsOn = asked.EndsOn ?? throw new RuleBrokenException("DayMissing", "Say until which day.", "endsOn");
                SuspendCaseHandler.Do(new(access, null, caseId, new(Words, Words, Words, endsOn, asked.StopsLegal)), session, at);
                var goesOnAt = session.Case.State.Stop!.EndsAt;
                session.CatchUp(goesOnAt.AddSeconds(1));
                return goesOnAt;
            case "Resume":
                ResumeCaseHandler.Do(new(access, null, caseId, Words), session, at);
                return null;
            case "Extend":
                ExtendCaseHandler.Do(new(access, null, caseId, asked.Days is { } days and > 0 and <= ExtendCaseValidator.MostDays ? days : throw new RuleBrokenException("DaysInvalid", $"1 to {ExtendCaseValidator.MostDays} working days.", "days"), Words), session, at);
                return null;
            case "Withdrawn" or "Terminated":
                EndCaseHandler.Do(new(access, null, caseId, asked.Act, Words), session, at);
                return null;
            default:
                throw new RuleBrokenException("ActUnknown", $"'{asked.Act}' is none of Suspend, Resume, Extend, Withdrawn, Terminated.", "act");
        }
    }
}
