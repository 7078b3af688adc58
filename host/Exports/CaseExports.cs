using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Exports;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Host.Exports;

/// <summary>The lists of those who work on cases.</summary>
internal sealed partial class ListExports
{
    /// <summary>The search; numbers are hidden unless a reason is given by who works on the case.</summary>
    public Task<IResult> Cases(CaseFilter filter, ExportRequest request, CancellationToken cancel) => Answer<CaseWithNumbers>(
        request,
        labels => new()
        {
            Name = "cases",
            Title = labels["Nav.Cases"],
            Filter = filter,
            Reason = request.Reason,
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.Case.CaseNo), new(labels["Column.ExternalNo"], row => row.Case.ExternalNo), new(labels["Column.Applicant"], row => row.Case.Applicant),
                new(labels["Column.Identifier"], row => row.Number), new(labels["Column.Phone"], row => row.Phone), new(labels["Column.Item"], row => Labels.Say(row.Case.ItemName)),
                new(labels["Column.Unit"], row => labels.Unit(row.Case.Unit)), new(labels["By.window"], row => labels.Unit(row.Case.Window)), new(labels["By.channel"], row => labels.Word("Channel", row.Case.Channel)),
                new(labels["Column.Status"], row => labels.Word("Status", row.Case.Status)), new(labels["Column.Decision"], row => labels.Word("Decision", row.Case.Decision)),
                new(labels["Filter.Overdue"], row => labels.Word(row.Case.IsOverdue)), new(labels["Column.Received"], row => labels.At(row.Case.ReceivedAt)),
                new(labels["Accepted"], row => labels.At(row.Case.AcceptedAt)), new(labels["Column.Due"], row => labels.At(row.Case.DueAt)), new(labels["Column.Closed"], row => labels.At(row.Case.ClosedAt)),
            ],
            Read = (after, take, stop) => mediator.Send(new ReadCases(Access, filter, request.Reason is not null, after, take), stop),
            Count = stop => mediator.Send(new CountCases(Access, filter), stop),
        },
        cancel);

    /// <summary>What a person has to do.</summary>
    public Task<IResult> Mine(InboxFilter filter, ExportRequest request, CancellationToken cancel) => Answer(
        request,
        labels => OpenTasks("tasks-mine", "Tab.Mine", labels, filter, stop => Inbox(counts => counts.Mine, stop), (after, take, stop) => mediator.Send(new MyTasks(Access, after, take, filter), stop)),
        cancel);

    /// <summary>What is on offer to a person.</summary>
    public Task<IResult> Claimable(InboxFilter filter, ExportRequest request, CancellationToken cancel) => Answer(
        request,
        labels => OpenTasks("tasks-claimable", "Tab.Claimable", labels, filter, stop => Inbox(counts => counts.Claimable, stop), (after, take, stop) => mediator.Send(new ClaimableTasks(Access, after, take, filter), stop)),
        cancel);

    /// <summary>What those have to do whom a person oversees.</summary>
    public Task<IResult> Overseen(WorkFilter work, InboxFilter filter, ExportRequest request, CancellationToken cancel) => Answer(
        request,
        labels => OpenTasks("tasks-units", "Nav.Work", labels, filter, work.Person is null ? stop => Loads(work.Unit, stop) : null, (after, take, stop) => mediator.Send(new UnitTasks(Access, work, after, take, filter), stop)) with { Filter = new { work, filter } },
        cancel);

    /// <summary>What a person did.</summary>
    public Task<IResult> Done(PastSort? sort, PastFilter filter, ExportRequest request, CancellationToken cancel) => Answer<TaskDone>(
        request,
        labels => new()
        {
            Name = "tasks-done",
            Title = labels["Tab.Done"],
            Filter = filter,
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Applicant"], row => row.Applicant),
                new(labels["Column.Step"], row => Labels.Say(row.Title)), new(labels["Column.Answer"], row => row.OutcomeTitle is { } answer ? Labels.Say(answer) : labels.Word("Outcome", row.Outcome)),
                new(labels["Column.For"], row => labels.Person(row.OnBehalfOf)), new(labels["Acts.At"], row => labels.At(row.At)),
            ],
            Read = (after, take, stop) => mediator.Send(new DoneTasks(Access, after, take, sort) { Filter = filter }, stop),
            Count = stop => mediator.Send(new CountDone(Access, filter), stop),
        },
        cancel);

    /// <summary>What a person was given to read.</summary>
    public Task<IResult> Copies(PastSort? sort, PastFilter filter, ExportRequest request, CancellationToken cancel) => Answer<CopyListed>(
        request,
        labels => new()
        {
            Name = "tasks-copied",
            Title = labels["Tab.Copied"],
            Filter = filter,
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Applicant"], row => row.Applicant),
                new(labels["Acts.Actor"], row => labels.Person(row.By)), new(labels["Acts.At"], row => labels.At(row.At)), new(labels["Column.Text"], row => row.Text),
                new(labels["Unread"], row => labels.Word(row.ReadAt is null)),
            ],
            Read = (after, take, stop) => mediator.Send(new MyCopies(Access, after, take, sort) { Filter = filter }, stop),
            Count = stop => mediator.Send(new CountCopies(Access, filter), stop),
        },
        cancel);

    private static ListExport<TaskListed> OpenTasks(
        string name, string title, Labels labels, InboxFilter filter, Func<CancellationToken, Task<long>>? count, Func<string?, int, CancellationToken, Task<Page<TaskListed>>> read) => new()
        {
            Name = name,
            Title = labels[title],
            Filter = filter,
            Columns =
        [
            new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Column.Item"], row => labels.ItemName(row.Item)), new(labels["Column.Applicant"], row => row.Applicant),
            new(labels["Column.Step"], row => Labels.Say(row.Title)), new(labels["Column.Unit"], row => labels.Unit(row.Unit)), new(labels["Person"], row => labels.Person(row.Assignee)),
            new(labels["Column.Opened"], row => labels.At(row.OpenedAt)), new(labels["Column.Due"], row => labels.At(row.DueAt)), new(labels["Column.DaysLeft"], row => row.RemainingDays),
            new(labels["Column.Urged"], row => row.Urged),
        ],
            Read = read,

            // These lists are counted as a whole.
            Count = filter.IsNarrowed() ? null : count,
        };

    private async Task<long> Loads(string? unit, CancellationToken cancel) => (await mediator.Send(new WorkLoads(Access, unit), cancel)).Sum(load => (long)load.Open);

    private async Task<long> Inbox(Func<InboxCounts, int> count, CancellationToken cancel) => count(await mediator.Send(new CountInbox(Access), cancel));
}
