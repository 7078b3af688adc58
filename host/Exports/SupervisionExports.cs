using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Statistics;
using ApprovalEngine.Contracts.Supervision;
using ApprovalEngine.Host.Endpoints;

namespace ApprovalEngine.Host.Exports;

/// <summary>The lists of those who watch over deadlines.</summary>
internal sealed partial class ListExports
{
    /// <summary>The counts of the report by the code of their figure, in its order.</summary>
    private static readonly (string Code, Func<FigureSet, long> Of)[] Counts =
    [
        ("accepted", set => set.Accepted), ("closed", set => set.Closed), ("onTime", set => set.OnTime), ("overdue", set => set.Overdue), ("open", set => set.Open),
        ("openOverdue", set => set.OpenOverdue), ("instantAccepted", set => set.InstantAccepted), ("extended", set => set.Extended),
    ];

    /// <summary>The rates likewise.</summary>
    private static readonly (string Code, Func<FigureRates, Rate> Of)[] Rates =
    [
        ("onTimeRate", rates => rates.OnTime), ("averageEarly", rates => rates.AverageEarly), ("timeSaved", rates => rates.TimeSaved), ("earlyShare", rates => rates.EarlyShare), ("instant", rates => rates.Instant),
    ];

    /// <summary>The early figures of cases limited by a calendar instant, where a group has such cases beside others.</summary>
    private static readonly (string Code, Func<EarlyRates, Rate> Of)[] CalendarRates =
    [
        ("averageEarly", rates => rates.AverageEarly), ("timeSaved", rates => rates.TimeSaved), ("earlyShare", rates => rates.EarlyShare),
    ];

    /// <summary>Alerts.</summary>
    public Task<IResult> Alerts(AlertFilter filter, ExportRequest request, CancellationToken cancel) => Answer<AlertListed>(
        request,
        labels => new()
        {
            Name = "alerts",
            Title = labels["Nav.Alerts"],
            Filter = filter,
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Level"], row => labels.Word("Level", row.Level)),
                new(labels["Column.Clock"], row => labels.Word("AlertClock", row.Clock)), new(labels["Column.Status"], row => labels.Word("AlertStatus", row.Status)),
                new(labels["Column.Unit"], row => labels.Unit(row.Unit)), new(labels["By.window"], row => labels.Unit(row.Window)), new(labels["Person"], row => labels.Person(row.Person)),
                new(labels["Column.Due"], row => labels.At(row.DueAt)), new(labels["Alerts.Raised"], row => labels.At(row.RaisedAt)), new(labels["Column.CaseOpen"], row => labels.Word(row.IsCaseOpen)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListAlerts(Access, filter, after, take), stop),
            Count = stop => mediator.Send(new CountAlerts(Access, filter), stop),
        },
        cancel);

    /// <summary>The cases behind a figure.</summary>
    public Task<IResult> FigureCases(string figure, FigurePeriod period, bool ofDenominator, bool isCalendar, FigureCaseSort? sort, ExportRequest request, CancellationToken cancel)
    {
        var list = new ListFigureCases(Access, figure, period.From, period.To, period.Filter, ofDenominator, isCalendar, Sort: sort);
        return Answer<FigureCase>(
            request,
            labels => new()
            {
                Name = $"figure-{figure}",
                Title = labels.Word("Figure", figure)!,
                Filter = new { period, ofDenominator, isCalendar },
                Columns =
                [
                    new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Unit"], row => labels.Unit(row.Unit)),
                    new(labels["Accepted"], row => labels.At(row.AcceptedAt)), new(labels["Column.Due"], row => labels.At(row.DueAt)), new(labels["Column.Closed"], row => labels.At(row.ClosedAt)),
                    new(labels["Amount"], row => row.Amount),
                ],
                Read = (after, take, stop) => mediator.Send(list with { After = after, Take = take }, stop),
                Count = stop => mediator.Send(new CountFigureCases(list), stop),
            },
            cancel);
    }

    /// <summary>The report: a line a group, and one for all of it.</summary>
    public Task<IResult> Report(FigurePeriod period, string? by, ExportRequest request, CancellationToken cancel) => Answer<(string? Key, FigureSet Set)>(
        request,
        labels => new()
        {
            Name = "report",
            Title = labels["Nav.Report"],
            Filter = new { period, by },
            Columns =
            [
                new(labels.Word("By", by ?? "unit")!, row => Group(labels, by, row.Key)),
                .. Counts.Select(count => new ExportColumn<(string? Key, FigureSet Set)>(labels[$"Figure.{count.Code}"], row => count.Of(row.Set))),
                .. Rates.SelectMany(rate => OfRate<(string? Key, FigureSet Set)>(labels, labels[$"Figure.{rate.Code}"], row => rate.Of(row.Set.Rates))),
                new(labels["Report.EarlyOver"], row => labels.Word("LimitKind", row.Set.Rates.LimitKind == "calendar" ? "Calendar" : "WorkingDays")),
                .. CalendarRates.SelectMany(rate => OfCalendarRate(labels, labels["Report.OfCalendar", labels[$"Figure.{rate.Code}"]], row => row.Set.CalendarRates is { } rates ? rate.Of(rates) : null)),
            ],
            Read = Whole(async stop =>
            {
                var answer = await mediator.Send(new GetStatistics(Access, period.From, period.To, by, period.Filter), stop);
                return (IReadOnlyList<(string? Key, FigureSet Set)>)[.. answer.Groups.Select(group => ((string?)group.Key, (FigureSet)group)), (null, answer)];
            }),
            Orders =
            [
                new("group", row => Group(labels, by, row.Key)),
                .. Counts.Select(count => new ExportOrder<(string? Key, FigureSet Set)>(count.Code, row => count.Of(row.Set))),
                .. Rates.Select(rate => new ExportOrder<(string? Key, FigureSet Set)>(rate.Code, row => rate.Of(row.Set.Rates).Value)),
            ],
            IsTotal = row => row.Key is null,
        },
        cancel);

    /// <summary>A figure over two dimensions: a line a row, and one for all of them.</summary>
    public async Task<IResult> Pivot(string figure, string rows, string columns, FigurePeriod period, ExportRequest request, CancellationToken cancel)
    {
        var pivot = await mediator.Send(new GetPivot(Access, figure, period.From, period.To, rows, columns, period.Filter), cancel);
        var cells = pivot.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);
        var isRate = cells[(null, null)].Rate is not null;
        return await Answer<string?>(
            request,
            labels => new()
            {
                Name = $"{figure}-{rows}-{columns}",
                Title = labels.Word("Figure", figure)!,
                Filter = new { period, rows, columns },
                Columns =
                [
                    new(labels.Word("By", rows)!, row => Group(labels, rows, row)),
                    .. pivot.ColumnKeys.Append<string?>(null).SelectMany(column => Group(labels, columns, column) is var heading && isRate
                        ? OfRate<string?>(labels, heading, row => cells.GetValueOrDefault((row, column))?.Rate)
                        : [new(heading, row => cells.GetValueOrDefault((row, column))?.Count ?? 0)]),
                ],
                Read = Whole<string?>(_ => Task.FromResult<IReadOnlyList<string?>>([.. pivot.RowKeys, null])),
                Orders =
                [
                    new("group", row => Group(labels, rows, row)),
                    .. pivot.ColumnKeys.Append<string?>(null).Select(column => new ExportOrder<string?>(
                        column is null ? "total" : $"of:{column}", row => Amount(cells.GetValueOrDefault((row, column)), isRate))),
                ],
                IsTotal = row => row is null,
            },
            cancel);
    }

    /// <summary>The ratings of a period.</summary>
    public Task<IResult> Ratings(DateOnly from, DateOnly to, bool onlyBad, ExportRequest request, CancellationToken cancel) => Answer<RatingListed>(
        request,
        labels => new()
        {
            Name = "ratings",
            Title = labels["Ratings"],
            Filter = new { from, to, onlyBad },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Unit"], row => labels.Unit(row.Unit)),
                new(labels["Rating"], row => labels.Word("Grade", row.Grade)), new(labels["Reason"], row => row.Reason), new(labels["Ratings.GivenAt"], row => labels.At(row.GivenAt)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListRatings(Access, from, to, onlyBad, after, take), stop),
            Count = stop => mediator.Send(new CountRatings(Access, from, to, onlyBad), stop),
            Orders =
            [
                new("case", row => row.CaseNo), new("item", row => labels.ItemName(row.Item)), new("unit", row => labels.Unit(row.Unit)),
                new("rating", row => Enum.Parse<Grade>(row.Grade)), new("given", row => row.GivenAt),
            ],
        },
        cancel);

    /// <summary>What a cell is sorted by: no rate is none, no count is 0.</summary>
    private static IComparable? Amount(FigureValue? cell, bool isRate) => isRate ? cell?.Rate?.Value : cell?.Count ?? 0;

    /// <summary>A rate in percent with what it is made of, in columns of their own.</summary>
    private static IEnumerable<ExportColumn<TRow>> OfRate<TRow>(Labels labels, string heading, Func<TRow, Rate?> rate) =>
    [
        new($"{heading} %", row => rate(row)?.Value), new($"{heading}: {labels["Numerator"]}", row => rate(row)?.Numerator ?? 0), new($"{heading}: {labels["Denominator"]}", row => rate(row)?.Denominator ?? 0),
    ];

    /// <summary>Likewise, and nothing at all where there is none.</summary>
    private static IEnumerable<ExportColumn<(string? Key, FigureSet Set)>> OfCalendarRate(Labels labels, string heading, Func<(string? Key, FigureSet Set), Rate?> rate) =>
    [
        new($"{heading} %", row => rate(row)?.Value), new($"{heading}: {labels["Numerator"]}", row => rate(row)?.Numerator), new($"{heading}: {labels["Denominator"]}", row => rate(row)?.Denominator),
    ];

    /// <summary>What a group is called; null stands for all groups.</summary>
    private static string Group(Labels labels, string? by, string? key) => (by, key) switch
    {
        (_, null) => labels["Report.All"],
        (_, "-") => labels["None"],
        ("unit" or "window", _) => labels.Unit(key)!,
        ("item", _) => labels.ItemName(key),
        ("channel", _) => labels.Word("Channel", key)!,
        ("person", _) => labels.Person(key)!,
        _ => key,
    };
}
