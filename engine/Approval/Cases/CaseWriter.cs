using System.Data;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The one way in which a case changes: one round trip reads it, the pure core moves it on, one round trip writes everything in one
/// transaction (design.md, "The shell"). People, timers, answers from outside, imports and the demo all come through here, and under load
/// those that wait at the same time share their round trips and their transaction without knowing of each other.
/// </summary>
public sealed class CaseWriter
{
    private readonly CaseDatabase database;
    private readonly CaseQueue queue;
    private readonly CaseSteps steps;

    /// <summary>A writer; a host has one.</summary>
    public CaseWriter(CaseDatabase database, CaseWorlds worlds, TimeProvider clock)
    {
        this.database = database;
        steps = new CaseSteps(worlds, clock);
        queue = new CaseQueue(WriteAsync, WritePatientlyAsync);
        LeaveRoom();
    }

    /// <summary>Runs an act and answers when it is committed.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="ConflictException">Others were faster, or the key's first request is still under way.</exception>
    public Task<CaseMoved> RunAsync(CaseAct act, CancellationToken cancel) => queue.RunAsync(new QueuedStep(act), cancel);

    /// <summary>Runs acts that belong together only in that they come at once: each is committed, refused and answered for itself.</summary>
    /// <returns>A task for each, in the same order.</returns>
    public IReadOnlyList<Task<CaseMoved>> RunAll(IEnumerable<CaseAct> acts, CancellationToken cancel)
    {
        var queued = acts.Select(act => new QueuedStep(act)).ToList();
        queue.RunAll(queued, cancel);
        return queued.ConvertAll(step => step.Answer);
    }

    /// <summary>Writes a new case, with everything that was done in its session, in one transaction.</summary>
    /// <param name="session">A session begun on a case that has no version yet.</param>
    /// <param name="key">Key under which it happens once; null for acts of the system.</param>
    /// <param name="cancel">Gives up.</param>
    public Task<CaseMoved> SaveNewAsync(CaseSession session, IdempotencyKey? key, CancellationToken cancel) => queue.RunAsync(new QueuedStep(session, key), cancel);

    /// <summary>Lanes hold a thread of the pool while they write; the rest of the host has as many as ever.</summary>
    private static void LeaveRoom()
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + CaseQueue.Lanes), completions);
    }

    private async Task<IReadOnlyList<QueuedStep>> WriteAsync(IReadOnlyList<QueuedStep> group)
    {
        var blocked = new List<QueuedStep>();
        try
        {
            await using var connection = await database.OpenSharedAsync();
            if (group.Count > 1 && await steps.TryTogetherAsync(connection, group))
            {
                return blocked;
            }

            foreach (var step in group.Where(step => !step.IsAnswered))
            {
                // What could not be sent has left it broken.
                if (connection.State != ConnectionState.Open)
                {
                    await connection.CloseAsync();
                    await connection.OpenAsync();
                }

                if (!await steps.TryAloneAsync(connection, step))
                {
                    blocked.Add(step);
                }
            }
        }
        catch (Exception fault)
        {
            // The database is gone or the connection is cut: nobody knows what became of the last act, so each caller is told and may ask again.
            foreach (var step in group.Except(blocked))
            {
                step.Fail(fault);
            }
        }

        return blocked;
    }

    private async Task WritePatientlyAsync(QueuedStep step)
    {
        try
        {
            await using var connection = await database.OpenAsync(CancellationToken.None);
            if (!await steps.TryAloneAsync(connection, step))
            {
                step.Fail(new ConflictException("RequestInFlight", "The same request, or another act on this case, is still under way. Ask again in a moment."));
            }
        }
        catch (Exception fault)
        {
            step.Fail(fault);
        }
    }
}
