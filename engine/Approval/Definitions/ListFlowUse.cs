using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Definitions;
using MediatR;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>How many open cases each version of a flow has, so that a publication says what it leaves alone; nothing of the cases themselves.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
public sealed record ListFlowUse(Access Access, string DefinitionId) : IRequest<IReadOnlyList<FlowUse>>;

internal sealed class ListFlowUseHandler(CaseDatabase database, OrgDirectory directory) : IRequestHandler<ListFlowUse, IReadOnlyList<FlowUse>>
{
    // Open cases are few beside closed ones; the partial index on them serves.
    private const string Count = """
        select definition_version, count(*)::int from cases
        where centre_id = $1 and status < 7 and definition_id = $2
        group by definition_version order by definition_version desc
        """;

    public async Task<IReadOnlyList<FlowUse>> Handle(ListFlowUse request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        return await database.ListAsync(
            Count, reader => new FlowUse(reader.GetInt32(0), reader.GetInt32(1)), cancellationToken, Sql.Of(request.Access.CentreId), Sql.Of(request.DefinitionId));
    }
}
