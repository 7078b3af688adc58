using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Ratings;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Public;

/// <summary>An applicant asks how a case stands; anybody who knows its number and its code may. Null for an unknown number and for a wrong code alike.</summary>
/// <param name="Number">Number as typed.</param>
/// <param name="Code">Code as typed.</param>
public sealed record FindProgress(string? Number, string? Code) : IRequest<CaseProgress?>;

internal sealed class FindProgressHandler(CaseDatabase database, CaseWorlds worlds, QueryCodes codes, ItemStore items, TimeProvider clock) : IRequestHandler<FindProgress, CaseProgress?>
{
    private const string Papers = "select title, number, issued_at from document where centre_id = $1 and case_id = $2 order by document_no";

    private const string Rating = "select grade from rating where centre_id = $1 and case_id = $2";

    private const string Materials = "select code, state from material where centre_id = $1 and case_id = $2";

    public async Task<CaseProgress?> Handle(FindProgress request, CancellationToken cancellationToken)
    {
        if (await codes.FindAsync(request.Number, request.Code, cancellationToken) is not { } key)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var reading = await CaseReading.ReadAsync(connection, key.CentreId, key.CaseId);
        var (row, world) = (reading.Case!, await worlds.ForAsync(reading.Centre!, reading.Case!));
        var papers = await database.ListAsync(
            Papers, reader => new ProgressPaper(reader.GetString(0), reader.GetString(1), world.Calendar.LocalDate(reader.GetFieldValue<DateTimeOffset>(2))), cancellationToken,
            Sql.Of(row.CentreId), Sql.Of(row.CaseId));
        var grades = await database.ListAsync(Rating, reader => (Grade?)reader.GetInt16(0), cancellationToken, Sql.Of(row.CentreId), Sql.Of(row.CaseId));
        return Of(row, world, clock.GetUtcNow()) with
        {
            Papers = papers,
            Rating = grades.FirstOrDefault(),
            Notice = await NoticeAsync(row, cancellationToken),
            Awaited = await AwaitedAsync(row, cancellationToken),
            Told = await database.ListAsync(Deliveries.Select, reader => ProgressMessage.Of(Deliveries.Read(reader), world.Calendar), cancellationToken, Sql.Of(row.CentreId), Sql.Of(row.CaseId)),
        };
    }

    private async Task<IReadOnlyList<AwaitedPaper>> AwaitedAsync(CaseRecord row, CancellationToken cancel)
    {
        var awaited = PromisedPapers.Awaited(row, await database.ListAsync(MaterialStatements.Select, MaterialStatements.Read, cancel, Sql.Of(row.CentreId), Sql.Of(row.CaseId)));
        return awaited.Count == 0 ? [] : Named(awaited, await ContentAsync(row, cancel));
    }

    private static IReadOnlyList<AwaitedPaper> Named(IReadOnlyList<SuppliedMaterial> awaited, ItemContent content) =>
        [.. awaited.Select(paper => new AwaitedPaper(GuideJson.NameOfMaterial(content, paper.Code), paper.PromisedOn))];

    private ValueTask<ItemContent> ContentAsync(CaseRecord row, CancellationToken cancel) => items.Content(row.CentreId, row.ItemId, row.ItemVersion, cancel);

    private async Task<ProgressNotice?> NoticeAsync(CaseRecord row, CancellationToken cancel)
    {
        if (!ProgressNotice.MayStand(row))
        {
            return null;
        }

        var notices = await database.ListAsync(ApplicantNotices.Select, ApplicantNotices.Read, cancel, Sql.Of(row.CentreId), Sql.Of(row.CaseId));
        if (notices.Count == 0)
        {
            return null;
        }

        var materials = await database.ListAsync(Materials, reader => (Code: reader.GetString(0), State: (MaterialState)reader.GetInt16(1)), cancel, Sql.Of(row.CentreId), Sql.Of(row.CaseId));
        return ProgressNotice.Of(row, notices[^1], materials.ToDictionary(one => one.Code, one => one.State), await ContentAsync(row, cancel));
    }

    private static CaseProgress Of(CaseRecord row, CaseWorld world, DateTimeOffset now)
    {
        var calendar = world.Calendar;
        var reading = row.State.Clock is { } ledger ? Deadlines.Read(ledger.Promised, calendar, row.ClosedAt ?? now) : null;
        return new CaseProgress
        {
            CaseNo = row.CaseNo,
            Item = world.Item.Name,
            Unit = world.Directory.Unit(row.UnitId).Name,
            Status = row.Status,
            Decision = row.Decision,
            ReceivedOn = calendar.LocalDate(row.ReceivedAt),
            AnsweredBy = Day(row.State.Timers.FirstOrDefault(timer => timer.Kind == TimerKind.AcceptanceBySilence)?.DueAt, calendar),
            AcceptedOn = Day(row.AcceptedAt, calendar),
            DueOn = Day(reading?.DueAt, calendar),
            IsLate = row.IsOpen && reading?.DueAt < now,
            EndedOn = Day(row.ClosedAt, calendar),
            StoppedOn = row.Status == CaseStatus.Suspended ? Day(row.State.Clock?.Stops.Where(stop => stop.To is null).Min(stop => (DateTimeOffset?)stop.From), calendar) : null,
            AwaitsCorrection = row.IsOpen && row.State.Tasks.Any(task => task.Kind == TaskKind.Correction),
            MissingYear = reading?.DueAt is null ? reading?.MissingYear : null,
            Clocks = [.. ClockNotices.Of(row, calendar).Select(notice => ProgressClock.Of(notice, calendar))],
            LimitDays = row.State.Clock?.Promised is { Limit: Limit.WorkingDays days } promised ? days.Count + promised.ExtensionDays : null,
            Days = reading?.Days ?? [],
        };
    }

    private static DateOnly? Day(DateTimeOffset? at, WorkingCalendar calendar) => at is { } instant ? calendar.LocalDate(instant) : null;
}
