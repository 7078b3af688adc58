using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Migrations;

namespace ApprovalEngine.Host.Exports;

/// <summary>What would become of running cases, before anything is done.</summary>
internal sealed partial class ListExports
{
    /// <summary>What a new calendar would move, a line each moment.</summary>
    public Task<IResult> CalendarMoves(CalendarChange change, CalendarMoveSort? sort, ExportRequest request, CancellationToken cancel) => Answer<(string CaseNo, MomentView Moment)>(
        request,
        labels => new()
        {
            Name = "calendar-moves",
            Title = labels["Calendar.Cases"],
            Filter = new { change.BuildsOn, years = change.Years?.Select(one => one.Year), officeHours = change.OfficeHours?.Select(one => one.From), sort },
            Columns =
            [
                new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Calendar.What"], row => labels.Word("Moment", row.Moment.Kind)),
                new(labels["Calendar.Was"], row => labels.At(row.Moment.From)), new(labels["Calendar.Becomes"], row => labels.At(row.Moment.To)),
            ],
            Read = async (after, take, stop) =>
            {
                var page = await mediator.Send(new PreviewCalendarCases(Access, change, after, take) { Sort = sort }, stop);
                return new Page<(string, MomentView)>([.. page.Items.SelectMany(one => one.Moments, (one, moment) => (one.CaseNo, moment))], page.Next);
            },
        },
        cancel);

    /// <summary>What moving running cases to another version would do, a line each case.</summary>
    public async Task<IResult> FlowMoves(string definitionId, MigrationRequest migration, MigrationSort? sort, ExportRequest request, CancellationToken cancel)
    {
        var (old, then) = (await Names(migration.From), await Names(migration.To));
        return await Answer<MigrationPreviewView>(
            request,
            labels => new()
            {
                Name = "flow-moves",
                Title = labels["Move.Title"],
                Filter = new { flow = definitionId, migration.From, migration.To, sort },
                Columns =
                [
                    new(labels["Column.CaseNo"], row => row.CaseNo), new(labels["Move.Movable"], row => labels.Word(row.Faults.Count == 0)),
                    new(labels["Reason"], row => labels.Together(row.Faults.Select(fault => labels.Word("MoveFault", fault.Code)!))),
                    new(labels["Move.Stands"], row => labels.Together(row.Tokens.Select(token => $"{Called(old, token.From)} → {Called(then, token.To)}{(token.IsAnew ? $" ({labels["Move.Anew"]})" : "")}"))),
                    new(labels["Move.TasksThen"], row => labels.Together(row.Tasks.Select(task => Becomes(labels, task)))),
                    new(labels["Column.Due"], row => labels.At(row.Due.Before)), new(labels["Calendar.Becomes"], row => labels.At(row.Due.After)),
                ],
                Read = (after, take, stop) => mediator.Send(new PreviewMigration(Access, definitionId, migration, after, take) { Sort = sort }, stop),
            },
            cancel);

        Task<IReadOnlyDictionary<string, LocalText>> Names(int version) => mediator.Send(new NameActivities(Access, definitionId, version), cancel);

        static string Called(IReadOnlyDictionary<string, LocalText> names, string? activity) => activity is null ? "–" : names.TryGetValue(activity, out var name) ? Labels.Say(name) : activity;

        string Becomes(Labels labels, TaskMove task) =>
            $"{labels.Word("MoveFate", task.Fate)}: {(task.To is { } to ? Called(then, to) : Called(old, task.From))}{(labels.Person(task.Assignee) is { } holder ? $" · {holder}" : "")}";
    }
}
