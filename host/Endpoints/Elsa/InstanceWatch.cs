using System.Collections.Concurrent;
using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>
/// Looks after the instances that somebody watches through this host, whichever host moves them. Nothing is asked while nobody watches.
/// </summary>
internal sealed class InstanceWatch(
    IHubContext<InstanceHub> hub, ObservedInstances instances, OrgDirectory directory, IServiceScopeFactory scopes, ILogger<InstanceWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Connection, Guid Instance), Watched> watched = new();

    /// <summary>A connection begins to watch an instance, from where it stands now.</summary>
    public async Task BeginAsync(string connection, Access access, Guid instanceId, CancellationToken cancel)
    {
        var steps = await instances.StepsOf(access.CentreId, [instanceId], cancel);
        watched[(connection, instanceId)] = new Watched(access.CentreId, access.UserName, steps.GetValueOrDefault(instanceId));
    }

    /// <summary>A connection has ended.</summary>
    public void End(string connection)
    {
        foreach (var key in watched.Keys.Where(key => key.Connection == connection))
        {
            watched.TryRemove(key, out _);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var centre in watched.ToArray().GroupBy(one => one.Value.CentreId))
            {
                try
                {
                    await LookAsync(centre.Key, [.. centre], stoppingToken);
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    // The next look catches up.
                    log.LogWarning(fault, "Watched instances could not be looked at.");
                }
            }
        }
    }

    private async Task LookAsync(int centreId, KeyValuePair<(string Connection, Guid Instance), Watched>[] watching, CancellationToken cancel)
    {
        var steps = await instances.StepsOf(centreId, [.. watching.Select(one => one.Key.Instance).Distinct()], cancel);
        foreach (var (key, before) in watching)
        {
            if (steps.TryGetValue(key.Instance, out var now) && now != before.Steps && watched.TryUpdate(key, before with { Steps = now }, before))
            {
                await TellAsync(key.Connection, before.UserName, key.Instance.ToString(), cancel);
            }
        }
    }

    private async Task TellAsync(string connection, string userName, string instanceId, CancellationToken cancel)
    {
        // Watching outlives neither a role nor the account.
        if (await directory.AccessOf(userName, cancel) is not { } access || !access.Has(Contracts.Organisation.Role.Administrator))
        {
            End(connection);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var stats = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReportExecutions(access, instanceId, []), cancel);
        var viewer = hub.Clients.Client(connection);
        await viewer.SendAsync("WorkflowInstanceUpdatedAsync", new { WorkflowInstanceId = instanceId }, cancel);
        await viewer.SendAsync("WorkflowExecutionLogUpdatedAsync", new { }, cancel);
        await viewer.SendAsync("ActivityExecutionLogUpdatedAsync", new { Stats = stats }, cancel);
    }

    private sealed record Watched(int CentreId, string UserName, int Steps);
}
