using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The one way in which a case changes: one round trip reads it, the pure core moves it on, one round trip writes everything in one
/// transaction (design.md, "The shell"). People, timers, answers from outside, imports and the demo all come through here.
/// Acts that wait at the same time can be grouped into one transaction here without their knowing.
/// </summary>
public sealed class CaseWriter(CaseDatabase database, CaseWorlds worlds, TimeProvider clock)
{
    /// <summary>Other acts on the same case may be faster so many times in a row.</summary>
    private const int MostAttempts = 10;

    /// <summary>Runs an act and answers when it is committed.</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    /// <exception cref="ConflictException">Others were faster, or the key's first request is still under way.</exception>
    public async Task<CaseMoved> RunAsync(CaseAct act, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var reading = await CaseReading.ReadAsync(connection, act.CentreId, act.CaseId, act.Key, cancel);
            if (act.Key is { } key && reading.Known is { } known)
            {
                return known.For(key);
            }

            var row = reading.Case ?? throw new NotFoundException("Case", act.CaseId);
            var world = await worlds.ForAsync(reading.Centre!, row);
            var session = new CaseSession(world, row, reading.RaisedAlerts, reading.ArmedAlertAt);
            var at = act.At ?? clock.GetUtcNow();
            session.CatchUp(at);
            act.Do(session, at);
            var moved = Answer(session);
            if (!session.IsChanged || await CaseCommit.TryAsync(connection, session, act.Key, JsonSerializer.Serialize(moved, StepPayload.Json), cancel))
            {
                return moved;
            }
        }

        throw new ConflictException("CaseBusy", "Others are working on this case at the same moment. Try again.");
    }

    /// <summary>Writes a new case, with everything that was done in its session, in one transaction.</summary>
    /// <param name="session">A session begun on a case that has no version yet.</param>
    /// <param name="key">Key under which it happens once; null for acts of the system.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CaseMoved> SaveNewAsync(CaseSession session, IdempotencyKey? key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var moved = Answer(session);
        if (await CaseCommit.TryAsync(connection, session, key, JsonSerializer.Serialize(moved, StepPayload.Json), cancel))
        {
            return moved;
        }

        var known = key is null ? null : await CaseReading.ReadKeyAsync(connection, session.Case.CentreId, key, cancel);
        return known?.For(key!) ?? throw new ConflictException("CaseExists", $"There is a case {session.Case.CaseId} already.");
    }

    private static CaseMoved Answer(CaseSession session) => new(
        session.Case.CaseId, session.Case.CaseNo, session.Case.Version, session.Case.Status.ToString(), session.Case.UpdatedAt,
        [.. session.Case.State.Tasks.Select(task => CaseIds.Task(session.Case.CaseId, task.Id))]);
}
