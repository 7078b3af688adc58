using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The picture of the flow that a case follows.</summary>
/// <param name="Access">Who asks; they must be able to see the case.</param>
/// <param name="CaseId">The case.</param>
public sealed record CasePicture(Access Access, Guid CaseId) : IRequest<FlowPicture>;

internal sealed class CasePictureHandler(CaseDatabase database, CaseWorlds worlds, CaseSight sight) : IRequestHandler<CasePicture, FlowPicture>
{
    public async Task<FlowPicture> Handle(CasePicture query, CancellationToken cancellationToken)
    {
        await sight.RequireAsync(query.Access, query.CaseId, cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var reading = await CaseReading.ReadAsync(connection, query.Access.CentreId, query.CaseId);
        var row = reading.Case ?? throw new NotFoundException("Case", query.CaseId);
        return FlowDrawing.Of((await worlds.ForAsync(reading.Centre!, row)).Flow);
    }
}
