using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The tasks that a person has, most urgent first unless the filter asks for another order.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many; a screen asks for 200 at most, an export for more.</param>
/// <param name="Filter">Which of them; null for all.</param>
public sealed record MyTasks(Access Access, string? After, int Take, InboxFilter? Filter = null) : IRequest<Page<TaskListed>>;

internal sealed class MyTasksHandler(TaskLists lists) : IRequestHandler<MyTasks, Page<TaskListed>>
{
    public Task<Page<TaskListed>> Handle(MyTasks query, CancellationToken cancellationToken) => lists.MineAsync(query.Access, query.Filter ?? new(), query.After, query.Take, cancellationToken);
}
