using System.Globalization;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Problems in the person's language; the server's own sentences are for programs, unless it says them in the languages of the office.</summary>
public static class Problems
{
    /// <summary>So many faults of one request are said.</summary>
    private const int Most = 5;

    /// <summary>What can be wrong with any field: the field's name belongs to it.</summary>
    private static readonly HashSet<string> OfAnyField = ["TextMissing", "TextInvalid", "JsonInvalid", "NotNullValidator", "EnumValidator"];

    /// <summary>What <see cref="Sentence"/> says; where the server failed, with the id by which its log has it.</summary>
    public static string Say(Texts texts, ApiProblem problem) =>
        problem is { Status: >= 500, TraceId: { } id } ? $"{Sentence(texts, problem)} {texts["ProblemId"]} {id}" : Sentence(texts, problem);

    /// <summary>A sentence for a problem, or one for each of its faults.</summary>
    public static string Sentence(Texts texts, ApiProblem problem) =>
        problem.Faults?.Where(fault => fault.Said is not null || Known(texts, fault.Code, null) is not null).ToList() is { Count: > 0 } faults ? string.Join(" ", faults.Select(fault => SayFault(texts, fault)).Distinct().Take(Most))
            : Known(texts, problem.Code, null) is { } known ? known
            : problem.IsOfGateway ? texts["Problem.Unanswered"]
            : problem.Status is 404 ? texts["Problem.NotFound"]
            : problem.Status is >= 500 or null || problem.Code is null ? texts["Problem.Unexpected"]
            : texts["Problem.Refused", problem.Code];

    /// <summary>A sentence for one fault of a request.</summary>
    public static string SayFault(Texts texts, ApiFault fault)
    {
        if (fault.Said is { } sentence)
        {
            return fault.Place is { } place ? texts["Problem.OfField", Session.Say(place), Session.Say(sentence)] : Session.Say(sentence);
        }

        var said = Known(texts, fault.Code, fault.Where) ?? texts["Problem.Refused", fault.Code];
        return OfAnyField.Contains(fault.Code) && Field(texts, fault.Where) is { } field ? texts["Problem.OfField", field, said] : said;
    }

    private static string? Known(Texts texts, string? code, string? where) =>
        (texts.Find($"Problem.{code}") ?? texts.Find($"MoveFault.{code}")) is { } words ? string.Format(CultureInfo.InvariantCulture, words, where) : null;

    /// <summary>What a field is called, by the last name of its path: <c>filters[2].name</c> is a name.</summary>
    private static string? Field(Texts texts, string? where) => where is null ? null : texts.Find($"Field.{where[(where.LastIndexOf('.') + 1)..].Split('[')[0]}");
}
