using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Answers to tasks in words: those that the product knows in the person's language, those of a flow's author as they wrote them.</summary>
public static class Outcomes
{
    /// <summary>So many units are named of those that are asked at the same time.</summary>
    private const int MostUnits = 3;

    /// <summary>A word for an answer.</summary>
    /// <param name="texts">The person's language.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="title">What the flow's author calls it; null where that is not known.</param>
    public static string Say(Texts texts, string outcome, LocalText? title = null)
    {
        if (title is not null)
        {
            return Session.Say(title);
        }

        return texts.Find($"Outcome.{outcome}") ?? outcome;
    }

    /// <summary>The answer that the key for approving gives: one that is good by name, else the first that is not against the applicant; null for none.</summary>
    public static string? Approving(IEnumerable<string> outcomes)
    {
        var all = outcomes.Where(outcome => !AnswerNames.IsAgainst(outcome)).ToArray();
        return all.FirstOrDefault(AnswerNames.IsFor) ?? all.FirstOrDefault();
    }

    /// <summary>What an answer would bring about, in one sentence.</summary>
    /// <param name="texts">The person's language.</param>
    /// <param name="session">What people and units are called.</param>
    /// <param name="answer">The answer as the server tried it out.</param>
    /// <param name="item">The item, for the names of papers; null where several are answered at once.</param>
    public static string Consequence(Texts texts, Session session, OutcomeView answer, ItemView? item = null)
    {
        var then = Refusal(texts, item, answer) ?? (answer.Decision is { } decision ? texts["Next.Closes", texts[$"Decision.{decision}"]]
            : answer.IsNotAccepted ? texts["Next.NotAccepted"] : answer.Opens.Count > 0 ? texts["Next.Opens", Joined(texts, answer.Opens.Select(step => Ahead(texts, session, step)))] : texts["Next.GoesOn"]);
        var ends = answer.Ends.Count > 0 ? " " + texts["Next.Ends", Joined(texts, answer.Ends.Select(step => Session.Say(step.Title)))] : "";
        return $"{Say(texts, answer.Outcome, answer.Title)} → {then}{ends}";
    }

    /// <summary>Whether it cannot be taken back: the case ends with it, or the applicant is told in writing.</summary>
    public static bool IsFinal(OutcomeView answer) => answer.Decision is not null || answer.IsNotAccepted || answer.Notice is not null;

    /// <summary>Why an answer is refused now; null when it is not.</summary>
    public static string? Refusal(Texts texts, ItemView? item, OutcomeView answer) => answer.Refused is null ? null : LackingPapers.Say(texts, item, LackingPapers.Of(answer));

    /// <summary>The answers with which the applicant is told in writing what is written to them; null where there are none.</summary>
    /// <param name="texts">The person's language.</param>
    /// <param name="answers">As the server tried them out.</param>
    public static string? Telling(Texts texts, IEnumerable<OutcomeView> answers) =>
        answers.Where(answer => answer.Notice is not null).Select(answer => Say(texts, answer.Outcome, answer.Title)).ToList() is { Count: > 0 } telling ? Joined(texts, telling) : null;

    /// <summary>Who could take a step that is not open yet: by name where they are few, else by post or role, unit and how many they are.</summary>
    public static string Who(Texts texts, Session session, StepAhead step)
    {
        if (step.PeopleCount > 0 && step.PeopleCount == step.People.Count)
        {
            return Joined(texts, step.People.Select(session.Name));
        }

        var units = Joined(texts, step.Units.Take(MostUnits).Select(session.Unit)) + (step.Units.Count > MostUnits ? " …" : "");
        return texts["Next.Many", $"{(step.Post is { } post ? Session.Say(post) : texts[$"Role.{step.Role}"])} · {units}", step.PeopleCount];
    }

    private static string Ahead(Texts texts, Session session, StepAhead step) => texts["Next.People", Session.Say(step.Title), Who(texts, session, step)];

    private static string Joined(Texts texts, IEnumerable<string> parts) => string.Join(texts["Comma"], parts);
}
