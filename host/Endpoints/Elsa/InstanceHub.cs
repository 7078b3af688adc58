using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>Tells Studio's viewer that the instance it shows has moved (elsa-studio.md, section 7).</summary>
internal sealed class InstanceHub(IMediator mediator, OrgDirectory directory, InstanceWatch watch) : Hub
{
    /// <summary>Where it is: one step above the contract's base.</summary>
    public const string Path = "/elsa/hubs/workflow-instance";

    /// <summary>Begins to watch an instance for this connection.</summary>
    /// <exception cref="HubException">There is none, or it is outside the administrator's units.</exception>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        // Rights are looked up at each call: a connection outlives neither a role nor the account.
        var access = Context.User?.Identity?.Name is { } name ? await directory.AccessOf(name, Context.ConnectionAborted) : null;
        if (access is null || !access.Has(Contracts.Organisation.Role.Administrator))
        {
            throw new HubException("This needs the role Administrator.");
        }

        try
        {
            await mediator.Send(new GetExecutionState(access, instanceId), Context.ConnectionAborted);
        }
        catch (NotFoundException missing)
        {
            throw new HubException(missing.Message);
        }

        await watch.BeginAsync(Context.ConnectionId, access, Guid.Parse(instanceId), Context.ConnectionAborted);
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watch.End(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
