using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Cases;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Names the papers for whose sake an application is not accepted: the server knows their codes, the office what they are called.</summary>
public static class LackingPapers
{
    private const string Code = "MaterialsMissing";

    /// <summary>A sentence for a problem, with the papers by their names where it is about papers.</summary>
    /// <param name="texts">The person's language.</param>
    /// <param name="item">The item; null while it is not known, or where several are answered at once.</param>
    /// <param name="problem">What the server refused.</param>
    public static string Say(Texts texts, ItemView? item, ApiProblem problem) =>
        item is not null && problem.Faults?.Where(fault => fault is { Code: Code, Where: not null }).Select(fault => item.PaperName(fault.Where!)).ToList() is { Count: > 0 } papers
            ? texts["Problem.PapersMissing", string.Join(texts["Comma"], papers)]
            : Problems.Say(texts, problem);

    /// <summary>The refusal of an answer as a problem.</summary>
    public static ApiProblem Of(OutcomeView answer) => Of(answer.RefusedCode, answer.Refused, answer.LackingPapers);

    /// <summary>The refusal of one of several tasks as a problem.</summary>
    public static ApiProblem Of(TaskRefusal refused) => Of(refused.Code, refused.Detail, refused.LackingPapers);

    private static ApiProblem Of(string? code, string? detail, IReadOnlyList<string> papers) => new(422, code, detail, null, [.. papers.Select(paper => new ApiFault(Code, "", paper))]);
}
