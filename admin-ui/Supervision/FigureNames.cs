using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>What figures are called and how they are counted, as the server says it; pages stand without it, by words of their own.</summary>
/// <param name="texts">The person's language.</param>
/// <param name="definitions">What the server says.</param>
public sealed class FigureNames(Texts texts, IReadOnlyList<FigureDefinition> definitions)
{
    /// <summary>Asks for all; none where there is no answer.</summary>
    public static async Task<IReadOnlyList<FigureDefinition>> Load(ApiClient api) => await api.Find<IReadOnlyList<FigureDefinition>>("statistics/figures") ?? [];

    /// <summary>What a figure is called.</summary>
    public string Name(string code) => Of(code) is { } known ? Session.Say(known.Name) : texts[$"Figure.{code}"];

    /// <summary>How it is made; null where the server has not said it.</summary>
    public string? Meaning(string code) => Of(code) is { } known ? Session.Say(known.Formula) : null;

    /// <summary>What stays out; null likewise.</summary>
    public string? Excluded(string code) => Of(code) is { } known ? Session.Say(known.Exclusions) : null;

    /// <summary>The orders of a report: by the groups' names, or any figure.</summary>
    /// <param name="session">Knows the groups.</param>
    /// <param name="words">The person's language.</param>
    /// <param name="by">The report's dimension.</param>
    public Sorting<StatisticsGroup> Order(Session session, Texts words, string by) => new(
    [
        new("group", words[$"By.{by}"], group => session.GroupName(words, by, group.Key)),
        .. Rates.Counts.Select(code => new SortColumn<StatisticsGroup>(code, Name(code), group => group.Count(code))),
        .. Rates.Codes.Select(code => new SortColumn<StatisticsGroup>(code, Name(code), group => group.Of(code).Value)),
    ]);

    private FigureDefinition? Of(string code) => definitions.FirstOrDefault(one => one.Code == code);
}
