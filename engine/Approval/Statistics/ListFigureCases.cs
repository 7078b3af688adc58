using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The cases behind a figure, a page at a time.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Figure">Code of the figure.</param>
/// <param name="From">First local date.</param>
/// <param name="To">Last local date, inclusive.</param>
/// <param name="Filter">What narrows it.</param>
/// <param name="OfDenominator">The cases of a rate's denominator instead of its numerator's.</param>
/// <param name="IsCalendar">Early figures: the cases with a calendar limit instead of those in working days.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">Page size.</param>
/// <param name="Sort">The order; null for the earliest received first.</param>
public sealed record ListFigureCases(
    Access Access, string Figure, DateOnly From, DateOnly To, StatisticsFilter? Filter = null, bool OfDenominator = false, bool IsCalendar = false, string? After = null, int Take = 50, FigureCaseSort? Sort = null)
    : IRequest<Page<FigureCase>>;

/// <summary>How many cases <see cref="ListFigureCases"/> would list, whatever its page.</summary>
/// <param name="List">The list.</param>
public sealed record CountFigureCases(ListFigureCases List) : IRequest<long>;

/// <summary>Answers <see cref="ListFigureCases"/>.</summary>
internal sealed class ListFigureCasesHandler(FigureScope scope, DrillDown cases, FigureReader figures, CalendarStore calendars) : IRequestHandler<ListFigureCases, Page<FigureCase>>, IRequestHandler<CountFigureCases, long>
{
    public async Task<Page<FigureCase>> Handle(ListFigureCases asked, CancellationToken cancel)
    {
        var (figure, measure) = Asked(asked);
        var query = await scope.Of(asked.Access, asked.From, asked.To, asked.Filter, cancel);
        if (FigureCaseOrder.ReadsAll(asked.Sort) && Measures.Closed.Of(await figures.Read(query, cancel)) > FigureCaseOrder.MostSorted)
        {
            throw new RuleBrokenException("SortTooWide", $"More than {FigureCaseOrder.MostSorted} cases are not put in this order; narrow the period or the unit.", "sort");
        }

        var take = Cursor.Take(asked.Take);
        var found = await cases.Read(measure, query, figure.IsEarlyFigure ? asked.IsCalendar : null, asked.Sort, FigureCaseCursor.Read(asked.Sort, asked.After), take + 1, cancel);
        var page = Pages.Of(found, take, last => new FigureCaseCursor(asked.Sort ?? FigureCaseSort.Oldest, last.Case.CaseId, last.Key).Write());
        var days = new DueDays(await calendars.Of(query.CentreId, cancel), query.Now);
        return new([.. page.Items.Select(one => one.Case with { RemainingDays = one.Case.ClosedAt is null ? days.Until(one.Case.DueAt) : null })], page.Next);
    }

    public async Task<long> Handle(CountFigureCases count, CancellationToken cancel)
    {
        var asked = count.List;
        var (figure, measure) = Asked(asked);
        return await cases.Count(measure, await scope.Of(asked.Access, asked.From, asked.To, asked.Filter, cancel), figure.IsEarlyFigure ? asked.IsCalendar : null, cancel);
    }

    private static (Figure Figure, Measure Measure) Asked(ListFigureCases asked)
    {
        var figure = Figures.Find(asked.Figure) ?? throw new NotFoundException("Figure", asked.Figure);
        return (figure, asked.OfDenominator
            ? figure.Denominator ?? throw new RuleBrokenException("NoDenominator", $"The figure '{figure.Code}' is a plain count.", "ofDenominator")
            : figure.Numerator);
    }
}
