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
    /// <summary>When which alert is raised, a threshold a line.</summary>
    public Task<IResult> Levels(ExportRequest request, CancellationToken cancel) => Answer<(LevelProfileView Profile, LevelRuleView Rule)>(
        request,
        labels => new()
        {
            Name = "levels",
            Title = labels["Nav.Levels"],
            Filter = new { },
            Columns =
            [
                new(labels["Column.Code"], row => row.Profile.Code), new(labels["Name"], row => row.Profile.Name is { } name ? Labels.Say(name) : labels.Word("Levels.Of", row.Profile.Code)),
                new(labels["Flows.Version"], row => row.Profile.Version), new(labels["Levels.InForce"], row => labels.Word(row.Profile.IsInForce)), new(labels["Levels.Level"], row => labels.Word("Level", row.Rule.Level)),
                new(labels["Levels.Clock"], row => labels.Word("AlertClock", row.Rule.Clock)), new(labels["Levels.When"], row => When(row.Rule, labels)), new(labels["Nav.Items"], row => labels.Together(row.Profile.Items.Select(labels.ItemName))),
            ],
            Read = Whole(async stop => (IReadOnlyList<(LevelProfileView, LevelRuleView)>)[.. (await mediator.Send(new ListLevels(Access), stop)).SelectMany(profile => profile.Rules.Select(rule => (profile, rule)))]),
        },
        cancel);

    private static string When(LevelRuleView rule, Labels labels)
    {
        var measured = labels.Word("AlertClock", rule.Measured)!;
        return (rule.SharePercent, rule.MoreDays, rule.LastDays) switch
        {
            ({ } percent, _, _) => labels["Levels.Share", measured, percent],
            (_, _, { } last) => labels["Levels.Last", measured, last],
            (_, > 0 and var days, _) => labels["Levels.More", measured, days],
            _ => labels["Levels.Overdue", measured],
        };
    }

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

    /// <summary>The report: a line a group, and one for all of it; beside each figure that of an earlier period where they are compared.</summary>
    public Task<IResult> Report(FigurePeriod period, string? by, Comparison? compare, ExportRequest request, CancellationToken cancel)
    {
        var days = new FigureDays(period.From, period.To);
        return Answer<ReportRow>(
            request,
            labels => new()
            {
                Name = "report",
                Title = labels["Nav.Report"],
                Filter = new { period, by, compare },
                Columns =
                [
                    new(labels.Word("By", by ?? "unit")!, row => Group(labels, by, row.Key)),
                    .. Counts.SelectMany(count => Compared(days, compare, labels[$"Figure.{count.Code}"], (heading, of) =>
                        (ExportColumn<ReportRow>[])[new(heading, row => of(row) is { } set ? count.Of(set) : null)])),
                    .. Rates.SelectMany(rate => Compared(days, compare, labels[$"Figure.{rate.Code}"], (heading, of) =>
                        OfRate<ReportRow>(labels, heading, row => of(row) is { } set ? rate.Of(set.Rates) : null, 0))),
                    new(labels["Report.EarlyOver"], row => labels.Word("LimitKind", row.Now.Rates.LimitKind == "calendar" ? "Calendar" : "WorkingDays")),
                    .. CalendarRates.SelectMany(rate => OfRate<ReportRow>(
                        labels, labels["Report.OfCalendar", labels[$"Figure.{rate.Code}"]], row => row.Now.CalendarRates is { } rates ? rate.Of(rates) : null, null)),
                ],
                Read = Whole(stop => ReportRows(period, by, compare, stop)),
                Orders =
                [
                    new("group", row => Group(labels, by, row.Key)),
                    .. Counts.Select(count => new ExportOrder<ReportRow>(count.Code, row => count.Of(row.Now))),
                    .. Rates.Select(rate => new ExportOrder<ReportRow>(rate.Code, row => rate.Of(row.Now.Rates).Value)),
                ],
                IsTotal = row => row.Key is null,
            },
            cancel);
    }

    /// <summary>A figure over two dimensions: a line a row, and one for all of them; beside each column that of an earlier period where they are compared.</summary>
    public async Task<IResult> Pivot(string figure, string rows, string columns, FigurePeriod period, Comparison? compare, ExportRequest request, CancellationToken cancel)
    {
        var days = new FigureDays(period.From, period.To);
        var pivot = await Ask(period);
        var cells = Places(pivot);
        var before = compare is { } with ? Places(await Ask(period.Earlier(with))) : null;
        var isRate = cells[(null, null)].Rate is not null;
        return await Answer<string?>(
            request,
            labels => new()
            {
                Name = $"{figure}-{rows}-{columns}",
                Title = labels.Word("Figure", figure)!,
                Filter = new { period, rows, columns, compare },
                Columns =
                [
                    new(labels.Word("By", rows)!, row => Group(labels, rows, row)),
                    .. pivot.ColumnKeys.Append<string?>(null).SelectMany(column => (ExportColumn<string?>[])
                    [
                        .. OfCells(labels, Group(labels, columns, column), row => cells.GetValueOrDefault((row, column))),
                        .. before is null ? [] : OfCells(labels, Earlier(days, compare!.Value, Group(labels, columns, column)), row => Then(row, column)),
                    ]),
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

        Task<PivotAnswer> Ask(FigurePeriod asked) => mediator.Send(new GetPivot(Access, figure, asked.From, asked.To, rows, columns, asked.Filter), cancel);

        static Dictionary<(string?, string?), FigureValue> Places(PivotAnswer answer) => answer.Cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Value);

        IEnumerable<ExportColumn<string?>> OfCells(Labels labels, string heading, Func<string?, FigureValue?> cell) =>
            isRate ? OfRate<string?>(labels, heading, row => cell(row)?.Rate, 0) : [new(heading, row => cell(row)?.Count ?? 0)];

        FigureValue? Then(string? row, string? column)
        {
            var (there, under) = (days.EarlierKey(compare!.Value, rows, row), days.EarlierKey(compare.Value, columns, column));
            return (there is null && row is not null) || (under is null && column is not null) ? null : before.GetValueOrDefault((there, under));
        }
    }

    /// <summary>The ratings of a period.</summary>
    public Task<IResult> Ratings(RatingFilter filter, bool onlyBad, RatingSort? sort, ExportRequest request, CancellationToken cancel) => Answer<RatingListed>(
        request,
        labels => new()
        {
            Name = "ratings",
            Title = labels["Ratings"],
            Filter = new { filter.From, filter.To, filter.Item, filter.Unit, onlyBad, sort },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Unit"], row => labels.Unit(row.Unit)),
                new(labels["Rating"], row => labels.Word("Grade", row.Grade)), new(labels["Reason"], row => row.Reason), new(labels["Ratings.GivenAt"], row => labels.At(row.GivenAt)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListRatings(Access, filter, onlyBad, after, take, sort), stop),
            Count = stop => mediator.Send(new CountRatings(Access, filter, onlyBad), stop),
        },
        cancel);

    /// <summary>What a cell is sorted by: no rate is none, no count is 0.</summary>
    private static IComparable? Amount(FigureValue? cell, bool isRate) => isRate ? cell?.Rate?.Value : cell?.Count ?? 0;

    /// <summary>A rate in percent with what it is made of, in columns of their own.</summary>
    /// <param name="labels">The reader's words.</param>
    /// <param name="heading">What it is called.</param>
    /// <param name="rate">The rate of a row; null for none.</param>
    /// <param name="none">What it is made of where there is none.</param>
    private static IEnumerable<ExportColumn<TRow>> OfRate<TRow>(Labels labels, string heading, Func<TRow, Rate?> rate, decimal? none) =>
    [
        new($"{heading} %", row => rate(row)?.Value), new($"{heading}: {labels["Numerator"]}", row => rate(row)?.Numerator ?? none), new($"{heading}: {labels["Denominator"]}", row => rate(row)?.Denominator ?? none),
    ];

    /// <summary>The columns of a figure, and those of the earlier period beside them.</summary>
    private static IEnumerable<ExportColumn<ReportRow>> Compared(
        FigureDays days, Comparison? compare, string heading, Func<string, Func<ReportRow, FigureSet?>, IEnumerable<ExportColumn<ReportRow>>> columns) =>
        [.. columns(heading, row => row.Now), .. compare is { } with ? columns(Earlier(days, with, heading), row => row.Before) : []];

    private static string Earlier(FigureDays days, Comparison compare, string heading)
    {
        var (from, to) = days.Earlier(compare);
        return $"{heading} ({from:yyyy-MM-dd} – {to:yyyy-MM-dd})";
    }

    private async Task<IReadOnlyList<ReportRow>> ReportRows(FigurePeriod period, string? by, Comparison? compare, CancellationToken cancel)
    {
        var now = await Ask(period);
        var before = compare is { } with ? await Ask(period.Earlier(with)) : null;
        var groups = before?.Groups.ToDictionary(group => group.Key);
        return [.. now.Groups.Select(group => new ReportRow(group.Key, group, Then(group.Key))), new(null, now, before)];

        Task<StatisticsAnswer> Ask(FigurePeriod asked) => mediator.Send(new GetStatistics(Access, asked.From, asked.To, by, asked.Filter), cancel);

        FigureSet? Then(string key) => compare is { } comparison && by is not null && new FigureDays(period.From, period.To).EarlierKey(comparison, by, key) is { } then ? groups?.GetValueOrDefault(then) : null;
    }

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

    /// <summary>A line of the report: a group, or all of it where it has no key, and the earlier period's.</summary>
    private sealed record ReportRow(string? Key, FigureSet Now, FigureSet? Before);
}
