using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Statistics;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The figures: numbers, what they mean, and the cases behind them.</summary>
internal static class StatisticsApi
{
    public static RouteGroupBuilder MapStatistics(this RouteGroupBuilder api)
    {
        var statistics = api.MapGroup("/statistics").RequireAuthorization(Policies.Oversight).WithTags("Statistics");
        statistics.MapGet("/", Show);
        statistics.MapGet("/figures/{code}/pivot", Pivot);
        statistics.MapPost("/figures/{code}/pivot/export", ExportPivot);
        statistics.MapPost("/export", ExportReport);
        statistics.MapGet("/promise-compression", Compression);
        statistics.MapGet("/urgency", Urgency);
        statistics.MapGet("/satisfaction", Satisfaction);
        statistics.MapGet("/ratings", Ratings);
        statistics.MapPost("/ratings/export", ExportRatings);
        statistics.MapGet("/figures", Figures);
        statistics.MapGet("/figures/{code}/cases", Cases);
        statistics.MapPost("/figures/{code}/cases/export", ExportCases);
        return api;
    }

    private static async Task<Ok<StatisticsAnswer>> Show([AsParameters] FigurePeriod period, string? by, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetStatistics(current.Access, period.From, period.To, by, period.Filter), cancel));

    private static async Task<Ok<PivotAnswer>> Pivot(string code, string rows, string columns, [AsParameters] FigurePeriod period, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetPivot(current.Access, code, period.From, period.To, rows, columns, period.Filter), cancel));

    private static async Task<Ok<PromiseCompression>> Compression(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetPromiseCompression(current.Access), cancel));

    private static async Task<Ok<UrgencyView>> Urgency(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetUrgency(current.Access), cancel));

    private static async Task<Ok<SatisfactionView>> Satisfaction([AsParameters] RatingFilter filter, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetSatisfaction(current.Access, filter), cancel));

    private static async Task<Ok<Page<RatingListed>>> Ratings(
        [AsParameters] RatingFilter filter, bool? onlyBad, RatingSort? sort, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListRatings(current.Access, filter, onlyBad == true, page.After, page.Size, sort), cancel));

    private static async Task<Ok<IReadOnlyList<FigureDefinition>>> Figures(IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListFigures(), cancel));

    private static async Task<Ok<Page<FigureCase>>> Cases(
        string code, [AsParameters] FigurePeriod period, bool? ofDenominator, bool? isCalendar, FigureCaseSort? sort, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(
            new ListFigureCases(current.Access, code, period.From, period.To, period.Filter, ofDenominator ?? false, isCalendar ?? false, page.After, page.Size, sort), cancel));

    private static Task<IResult> ExportReport([AsParameters] FigurePeriod period, string? by, Comparison? compare, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Report(period, by, compare, request, cancel);

    private static Task<IResult> ExportPivot(
        string code, string rows, string columns, [AsParameters] FigurePeriod period, Comparison? compare, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Pivot(code, rows, columns, period, compare, request, cancel);

    private static Task<IResult> ExportCases(
        string code, [AsParameters] FigurePeriod period, bool? ofDenominator, bool? isCalendar, FigureCaseSort? sort, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.FigureCases(code, period, ofDenominator ?? false, isCalendar ?? false, sort, request, cancel);

    private static Task<IResult> ExportRatings([AsParameters] RatingFilter filter, bool? onlyBad, RatingSort? sort, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Ratings(filter, onlyBad == true, sort, request, cancel);
}
