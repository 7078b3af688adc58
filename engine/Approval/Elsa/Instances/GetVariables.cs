using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>
/// What an instance's variables hold. A case's are its content: they are shown to who sees the case by a role, a task, a copy or an act, and
/// that they were looked at is recorded; to an administrator alone they are not shown.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">Which instance.</param>
public sealed record GetVariables(Access Access, string Id) : IRequest<IReadOnlyList<ElsaVariable>>;

internal sealed class GetVariablesHandler(InstanceReader reader, CaseSight sight, CaseDatabase database, TimeProvider clock) : IRequestHandler<GetVariables, IReadOnlyList<ElsaVariable>>
{
    public async Task<IReadOnlyList<ElsaVariable>> Handle(GetVariables request, CancellationToken cancellationToken)
    {
        var instance = await reader.ReadAsync(request.Access, request.Id, cancellationToken);
        if (!instance.IsTrial && !await MayLookAsync(request.Access, instance.Id, cancellationToken))
        {
            return [];
        }

        var ids = instance.Flow.Variables.ToLookup(variable => variable.Name, variable => variable.Id);
        return [.. FlowVariables.Of(instance.Flow, instance.State).Select(pair => new ElsaVariable(ids[pair.Key].FirstOrDefault() ?? pair.Key, pair.Key, pair.Value?.DeepClone()))];
    }

    private async Task<bool> MayLookAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        try
        {
            var reason = (await sight.RequireAsync(access, caseId, cancel))[0];
            await database.RecordAsync(access, caseId, reason, clock.GetUtcNow(), cancel);
            return true;
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }
}
