using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The open tasks of the cases that a person oversees, whoever has them, most urgent first unless the filter asks for another order.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Work">Whose.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many; a screen asks for 200 at most, an export for more.</param>
/// <param name="Filter">Which of them; null for all.</param>
public sealed record UnitTasks(Access Access, WorkFilter Work, string? After, int Take, InboxFilter? Filter = null) : IRequest<Page<TaskListed>>;

internal sealed class UnitTasksHandler(TaskLists lists) : IRequestHandler<UnitTasks, Page<TaskListed>>
{
    public Task<Page<TaskListed>> Handle(UnitTasks query, CancellationToken cancellationToken) =>
        lists.OverseenAsync(query.Access, query.Work, query.Filter ?? new(), query.After, query.Take, cancellationToken);
}
