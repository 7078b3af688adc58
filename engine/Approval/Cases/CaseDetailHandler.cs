using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

internal sealed class CaseDetailHandler(CaseDatabase database, CaseWorlds worlds, CaseSight sight, ReceiptCodes codes, PublicAddress address, DocumentFiles files, ItemStore items, TimeProvider clock) : IRequestHandler<CaseDetail, CaseView>
{
    public async Task<CaseView> Handle(CaseDetail query, CancellationToken cancellationToken)
    {
        var access = query.Access;
        var reasons = await sight.RequireAsync(access, query.CaseId, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var reading = await CaseReading.ReadAsync(connection, access.CentreId, query.CaseId);
        var row = reading.Case ?? throw new NotFoundException("Case", query.CaseId);
        var world = await worlds.ForAsync(reading.Centre!, row);
        var now = clock.GetUtcNow();
        await RecordAsync(connection, query, reasons[0], now, cancellationToken);
        var parts = await CaseParts.ReadAsync(connection, row, world, now, files.CanMake, cancellationToken);
        var awaited = PromisedPapers.Awaited(row, parts.Materials).Select(one => one.Code).ToList();
        return new CaseView
        {
            Case = CaseListing.Of(row).Listed(world.Directory, world.Item, new DueDays(world.Calendar, now)),
            Version = row.Version,
            ReceivedBy = row.ReceivedBy,
            Flow = $"{row.DefinitionId}:{row.DefinitionVersion}",
            Form = new FormMask((await items.Content(row.CentreId, row.ItemId, row.ItemVersion, cancellationToken)).Form).Applied(row.Form),
            Applicant = parts.Applicant,
            Acceptance = AcceptanceClock.Of(row, world.Calendar) is { } answering ? Read(answering, world.Calendar, now) : null,
            Promised = row.State.Clock is { } clocks ? Read(clocks.Promised, world.Calendar, row.ClosedAt ?? now) : null,
            Legal = row.State.Clock is { } same ? Read(same.Legal, world.Calendar, row.ClosedAt ?? now) : null,
            OpenTasks = parts.Open,
            Answered = parts.Answered,
            Course = parts.Course,
            Notes = parts.Notes,
            Materials = parts.Materials,
            Attachments = parts.Attachments,
            Documents = parts.Documents,
            AwaitedPapers = awaited,
            AreDocumentsHeld = awaited.Count > 0 && !OpenDocumentHandler.Judges(access, world.Directory.Unit(row.UnitId)),
            Notices = parts.Notices,
            ClockNotices = ClockNotices.Of(row, world.Calendar, parts.Course),
            Told = parts.Told,
            Window = world.UnitCode(row.WindowId),
            Rating = parts.Rating,
            Inquiry = await codes.OfAsync(access, row, world.Directory, cancellationToken) is { } code ? new InquiryView(CodeText.Grouped(code), address.Progress.ToString()) : null,
            Incidents = [.. row.State.Incidents.Select(incident => new IncidentView(incident.ActivityId, incident.Message, incident.Kind.ToString()))],
            SeenBy = reasons,
            MayShowNumbers = ShowNumbersHandler.IsFor(reasons),
            MayComment = CaseSight.IsPart(reasons),
            MaySupply = (row.IsOpen || awaited.Count > 0) && CaseRights.MaySupply(access, row, world),
            MayLetGo = CaseRights.MayLetGo(access, row, world),
            Acts = [.. CaseRights.Open(access, row, world)],
        };
    }

    private static async Task RecordAsync(NpgsqlConnection connection, CaseDetail query, SightReason reason, DateTimeOffset now, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in ReadNoticesHandler.Opening(query.Access, query.CaseId, now).Append(CaseViews.By(query.Access, query.CaseId, reason, now)))
        {
            batch.BatchCommands.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static ClockView Read(Clock clock, WorkingCalendar calendar, DateTimeOffset at)
    {
        var reading = Deadlines.Read(clock, calendar, at);
        return new ClockView
        {
            StartedAt = clock.StartedAt,
            LimitDays = (clock.Limit as Limit.WorkingDays)?.Count,
            ExtensionDays = clock.ExtensionDays,
            DueAt = reading.DueAt,
            NoticeAt = reading.NoticeAt,
            IsNoticed = !reading.IsStopped && reading.NoticeAt <= at,
            MissingYear = reading.MissingYear,
            IsStopped = reading.IsStopped,
            UsedDays = reading.UsedDays,
            RemainingDays = reading.RemainingDays,
            IsOnTime = reading.IsOnTime,
            CalendarVersion = calendar.Version,
            Days = [.. reading.Days.Select(day => new ClockDayView(day.Date, day.Kind.ToString(), day.Number, day.Name))],
        };
    }
}
