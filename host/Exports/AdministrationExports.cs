using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Incidents;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Contracts.Jobs;
using ApprovalEngine.Contracts.Migrations;

namespace ApprovalEngine.Host.Exports;

/// <summary>The lists of administrators.</summary>
internal sealed partial class ListExports
{
    /// <summary>What happened outside cases.</summary>
    public Task<IResult> Events(EventFilter filter, ExportRequest request, CancellationToken cancel) => Answer<EventListed>(
        request,
        labels => new()
        {
            Name = "acts",
            Title = labels["Nav.Acts"],
            Filter = filter,
            Columns =
            [
                new(labels["Acts.At"], row => labels.At(row.At)), new(labels["Acts.Actor"], row => labels.Person(row.Actor)), new(labels["UserName"], row => row.Actor),
                new(labels["Acts.Act"], row => labels.Word("Event", row.Act)), new(labels["Acts.Subject"], row => Subjects.Say(row, labels)), new(labels["Column.Code"], row => row.Subject), new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Acts.Particulars"], row => Particulars.Say(row.Particulars, labels)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListEvents(Access, filter, after, take), stop),
            Count = stop => mediator.Send(new CountEvents(Access, filter), stop),
        },
        cancel);

    /// <summary>Steps that cannot go on.</summary>
    public Task<IResult> Incidents(IncidentSort? sort, IncidentFilter filter, ExportRequest request, CancellationToken cancel) => Answer<IncidentListed>(
        request,
        labels => new()
        {
            Name = "incidents",
            Title = labels["Nav.Incidents"],
            Filter = new { sort, filter.Item, filter.Kind, filter.Search },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Unit"], row => labels.Unit(row.Unit)),
                new(labels["Incidents.Step"], row => Labels.Say(row.Step.Title)), new(labels["Incidents.Type"], row => row.ActivityType), new(labels["Incidents.Kind"], row => labels.Word("FaultKind", row.Kind)), new(labels["Incidents.Happened"], row => row.Message),
                new(labels["Column.Opened"], row => labels.At(row.Since)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListIncidents(Access, after, take, sort) { Filter = filter }, stop),
        },
        cancel);

    /// <summary>The catalogue.</summary>
    public Task<IResult> Items(ItemState? state, string? search, ExportRequest request, CancellationToken cancel) => Answer<ItemListed>(
        request,
        labels => new()
        {
            Name = "items",
            Title = labels["Nav.Items"],
            Filter = new { state, search },
            Columns =
            [
                new(labels["Column.Code"], row => row.Code), new(labels["Column.Item"], row => Labels.Say(row.Name)), new(labels["Item.Kind"], row => labels.Word("Kind", row.Kind.ToString())),
                new(labels["Item.Promised"], row => row.PromisedDays), new(labels["Item.Legal"], row => row.LegalDays), new(labels["Column.Unit"], row => labels.Unit(row.Unit)),
                new(labels["Item.Flow"], row => row.DefinitionId), new(labels["Flows.Version"], row => row.Version), new(labels["Column.Status"], row => labels.Word("ItemState", row.State.ToString())),
            ],
            Read = (after, take, stop) => mediator.Send(new ListItems(Access, state, after, take, search), stop),
            Orders =
            [
                new("item", row => Labels.Say(row.Name)), new("kind", row => labels.Word("Kind", row.Kind.ToString())), new("promised", row => row.PromisedDays), new("legal", row => row.LegalDays),
                new("unit", row => labels.Unit(row.Unit)), new("flow", row => row.DefinitionId), new("version", row => row.Version), new("status", row => row.State),
            ],
        },
        cancel);

    /// <summary>Flow definitions in their newest version.</summary>
    public async Task<IResult> Flows(string? search, ExportRequest request, CancellationToken cancel)
    {
        var served = (await items.All(Access.CentreId, cancel)).CountBy(item => item.DefinitionId).ToDictionary();
        return await Answer<FlowSummary>(
            request,
            labels => new()
            {
                Name = "flows",
                Title = labels["Nav.Flows"],
                Filter = new { search },
                Columns =
                [
                    new(labels["Column.Code"], row => row.DefinitionId), new(labels["Name"], row => row.Name), new(labels["Flows.Published"], row => row.PublishedVersion),
                    new(labels["Flows.Newest"], row => row.Version), new(labels["Flows.Items"], row => served.GetValueOrDefault(row.DefinitionId)),
                    new(labels["Flows.Saved"], row => labels.At(row.CreatedAt)), new(labels["Acts.Actor"], row => labels.Person(row.CreatedBy)), new(labels["Flows.Note"], row => row.Note),
                ],
                Read = (after, take, stop) => mediator.Send(new ListFlows(Access, after, take, search), stop),
                Orders =
                [
                    new("name", row => row.Name), new("published", row => row.PublishedVersion), new("newest", row => row.Version),
                    new("items", row => served.GetValueOrDefault(row.DefinitionId)), new("saved", row => row.CreatedAt),
                ],
            },
            cancel);
    }

    /// <summary>The versions of a flow, with the open cases on each.</summary>
    public async Task<IResult> FlowVersions(string definitionId, ExportRequest request, CancellationToken cancel)
    {
        var use = (await mediator.Send(new ListFlowUse(Access, definitionId), cancel)).ToDictionary(one => one.Version, one => one.OpenCases);
        return await Answer<FlowSummary>(
            request,
            labels => new()
            {
                Name = "flow-versions",
                Title = labels["Flows.Versions"],
                Filter = new { flow = definitionId },
                Columns =
                [
                    new(labels["Flows.Version"], row => row.Version),
                    new(labels["Column.Status"], row => row.IsPublished ? labels["Flows.Published"] : row.PublishedAt is null ? labels["Flows.Draft"] : labels["Flows.Former"]),
                    new(labels["Flows.OpenCases"], row => use.GetValueOrDefault(row.Version)), new(labels["Note"], row => row.Note),
                    new(labels["Flows.Saved"], row => labels.At(row.CreatedAt)), new(labels["Acts.Actor"], row => labels.Person(row.CreatedBy)),
                    new(labels["Flows.FirstPublished"], row => labels.At(row.PublishedAt)), new(labels["Flows.PublishedBy"], row => labels.Person(row.PublishedBy)),
                ],
                Read = Whole(stop => mediator.Send(new ListFlowVersions(Access, definitionId), stop)),
            },
            cancel);
    }

    /// <summary>The cases that a migration left where they were.</summary>
    public Task<IResult> CasesLeft(string definitionId, Guid migrationId, ExportRequest request, CancellationToken cancel) => Answer<MigratedCase>(
        request,
        labels => new()
        {
            Name = "flow-moves-left",
            Title = labels["Move.Left"],
            Filter = new { flow = definitionId, migrationId },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Reason"], row => labels.Word("MoveFault", row.Code)), new(labels["Move.Stands"], row => row.Where),
                new(labels["Incidents.Happened"], row => row.Message), new(labels["Acts.At"], row => labels.At(row.At)),
            ],
            Read = (after, take, stop) => mediator.Send(new ListMigratedCases(Access, definitionId, migrationId, MigrationResult.Skipped, after, take), stop),
        },
        cancel);

    /// <summary>The days of a year that are not what their weekday says.</summary>
    public Task<IResult> CalendarDays(int year, ExportRequest request, CancellationToken cancel) => Answer<CalendarDay>(
        request,
        labels => new()
        {
            Name = $"calendar-{year}",
            Title = $"{labels["Nav.Calendars"]} {year}",
            Filter = new { year },
            Columns = [new(labels["Calendar.Day"], row => row.Date), new(labels["Calendar.Kind"], row => labels.Word("DayKind", row.IsOffDay ? "Holiday" : "Shifted")), new(labels["Reason"], row => row.Name)],
            Read = Whole(async stop => (await mediator.Send(new GetCalendarYear(Access, year), stop)).Days),
        },
        cancel);

    /// <summary>Keys of programs; never what opens anything.</summary>
    public Task<IResult> Keys(string? search, bool? isGood, bool? isGiverActive, ExportRequest request, CancellationToken cancel) => Answer<ApiKeyView>(
        request,
        labels => new()
        {
            Name = "keys",
            Title = labels["Nav.Keys"],
            Filter = new { search, isGood, isGiverActive },
            Columns =
            [
                new(labels["Keys.Program"], row => row.Program), new(labels["Keys.Code"], row => row.Code), new(labels["Roles"], row => Granted(labels, row.Grants)), new(labels["Keys.ExpiresOn"], row => row.ExpiresOn),
                new(labels["Keys.LastUsed"], row => labels.At(row.LastUsedAt)), new(labels["Keys.GivenBy"], row => labels.Person(row.GivenBy)), new(labels["Acts.At"], row => labels.At(row.GivenAt)),
                new(labels["Column.Status"], row => labels[row.IsGood ? "Keys.Good" : "Keys.Ended"]),
            ],
            Read = (after, take, stop) => mediator.Send(new ListKeys(Access, after, take) { Search = search, IsGood = isGood, IsGiverActive = isGiverActive }, stop),
            Orders =
            [
                new("program", row => row.Program), new("code", row => row.Code), new("expires", row => row.ExpiresOn), new("used", row => row.LastUsedAt), new("given", row => row.GivenAt),
            ],
        },
        cancel);

    /// <summary>What recurs.</summary>
    public Task<IResult> Jobs(ExportRequest request, CancellationToken cancel) => Answer<JobListed>(
        request,
        labels => new()
        {
            Name = "jobs",
            Title = labels["Nav.Jobs"],
            Filter = new { },
            Columns =
            [
                new(labels["Jobs.Job"], row => labels.Word("Job", row.Name)), new(labels["Column.Code"], row => row.Name), new(labels["Jobs.Rhythm"], row => row.Cron), new(labels["Jobs.Last"], row => labels.At(row.LastAt)),
                new(labels["Column.Status"], row => labels.Word("JobState", row.State)), new(labels["Jobs.Next"], row => labels.At(row.NextAt)),
            ],
            Read = Whole(async stop => (await mediator.Send(new ShowJobs(Access), stop)).Jobs),
            Orders = [new("job", row => labels.Word("Job", row.Name)), new("rhythm", row => row.Cron), new("last", row => row.LastAt), new("status", row => row.State), new("next", row => row.NextAt)],
        },
        cancel);

    /// <summary>Messages that were given up.</summary>
    public Task<IResult> Letters(string? kind, ExportRequest request, CancellationToken cancel) => Answer<DeadLetter>(
        request,
        labels => new()
        {
            Name = "dead-letters",
            Title = labels["Jobs.DeadLetters"],
            Filter = new { kind },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Letter.Kind"], row => labels.Word("LetterKind", row.Kind)), new(labels["Letter.Since"], row => labels.At(row.CreatedAt)),
                new(labels["Letter.Attempts"], row => row.Attempts), new(labels["Letter.Error"], row => row.LastError),
            ],
            Read = (after, take, stop) => mediator.Send(new DeadLetters(Access, after, take) { Kind = kind }, stop),
        },
        cancel);
}
