using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Forms;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// Nobody accepts an application while a required paper is missing or faulty (domain.md, "Acceptance"): then the applicant is told what is
/// missing, once and in full. A minor paper that is promised counts as there (容缺受理), a main one cannot be promised; a conditional paper
/// counts where the form asks for it, and what the form asks for is needed whatever was recorded of it. Silence accepts whatever is missing:
/// that is the law's answer to a centre that told nothing.
/// </summary>
/// <remarks>
/// Decided 2026-11-29, because the rules do not say it: an application that names some of its papers lacks the required ones that it does not
/// name, and they are recorded as missing at receipt. One that names none, as programs and letters do whose papers are kept elsewhere, has
/// nothing recorded of them; there the person who accepts has looked, and the applicant does not wait for a list to be filled in.
/// </remarks>
internal static class RequiredPapers
{
    private const string Accepted = "Accepted";
    private const string Missing = "MaterialsMissing";

    /// <summary>Refuses what an act has led to, when an application is accepted by it though papers are lacking.</summary>
    /// <param name="session">The case.</param>
    /// <param name="transition">What the act has led to.</param>
    /// <param name="answered">The task that it answers; null for an act that answers none.</param>
    /// <exception cref="RuleBrokenException">Papers are lacking or promised too late; each is named.</exception>
    public static void Require(CaseSession session, Transition transition, int? answered = null)
    {
        if (FaultsOf(session, transition, answered) is { Count: > 0 } faults)
        {
            throw new RuleBrokenException(faults);
        }
    }

    /// <summary>
    /// What stands against an acceptance that an act brings about, or gives to be held until its signers have signed: each paper that is
    /// lacking, then each that is promised too late; nothing for any other act, whatever waits for signers meanwhile.
    /// </summary>
    public static IReadOnlyList<Fault> FaultsOf(CaseSession session, Transition transition, int? answered) =>
        !Accepts(transition, answered) ? []
        : Lacking(session) is { Count: > 0 } lacking ? lacking
        : PromisedPapers.TooLate(session, transition);

    /// <summary>Codes of the papers that are lacking by these faults; none where something else is wrong.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Fault> faults) => [.. faults.Where(fault => fault.Code == Missing).Select(fault => fault.Where!)];

    private static List<Fault> Lacking(CaseSession session) =>
        [.. Required(session).Concat(OfForm(session)).Where(material => session.Stored.Materials.TryGetValue(material.Code, out var stored) && (IsLacking(material, stored.State) || IsWithoutFile(session, material))).Select(material => new Fault(
            Missing, $"Material '{material.Code}' is required and is missing, faulty, said not to be needed, a main one that is only promised, or one of the form of which no file has come.", material.Code))];

    /// <summary>What an application that names its papers lacks without saying so.</summary>
    public static IEnumerable<SuppliedMaterial> NotNamed(CaseSession session, IReadOnlyList<SuppliedMaterial> named) => named.Count == 0
        ? []
        : Required(session).Where(material => named.All(one => one.Code != material.Code)).Select(material => new SuppliedMaterial(material.Code, nameof(MaterialState.Missing)));

    private static bool Accepts(Transition transition, int? answered) =>
        transition.Effects.OfType<Effect.TaskClosed>().Any(closed => closed is { Task.Kind: TaskKind.Acceptance, End: TaskEnd.Completed, Outcome: Accepted })
        || transition.State.Tasks.Any(task => task.Id == answered && task is { Kind: TaskKind.Acceptance, Held.Outcome: Accepted });

    private static bool IsLacking(ListedMaterial material, MaterialState state) =>
        state is MaterialState.Missing or MaterialState.Faulty or MaterialState.NotNeeded || (state == MaterialState.Deferred && !material.IsMinor);

    /// <summary>What the form itself asks for as files: its names came with it, its files may not have, or may be found faulty.</summary>
    private static IEnumerable<ListedMaterial> OfForm(CaseSession session) =>
        FormPaper.In(session.World.Content.Fields, session.Case.Form).Where(paper => paper.Field.IsRequired).Select(paper => new ListedMaterial(paper.Code, IsRequired: true, IsMinor: false, When: null));

    /// <summary>At a field of the form the file is all that there is: its name alone is no paper.</summary>
    private static bool IsWithoutFile(CaseSession session, ListedMaterial material) => FormPaper.IsCode(material.Code) && !session.Stored.Filed.Contains(material.Code);

    private static IEnumerable<ListedMaterial> Required(CaseSession session) =>
        session.World.Content.List.Where(material => material.IsRequiredOf(session.World.Content.Fields, session.Case.Form));
}
