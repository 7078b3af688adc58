using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Reads cases, moves them on and writes them, several in one transaction or one alone.</summary>
internal sealed class CaseSteps(CaseWorlds worlds, TimeProvider clock)
{
    /// <summary>Other hosts may be faster on the same case so many times in a row.</summary>
    private const int MostAttempts = 10;

    /// <summary>
    /// Runs steps of different cases in one transaction. A step that is refused, or that was answered before, is answered here and writes
    /// nothing. False when the transaction failed because of one of them: nothing was written, and the others must be run alone.
    /// </summary>
    public async Task<bool> TryTogetherAsync(NpgsqlConnection connection, IReadOnlyList<QueuedStep> group)
    {
        // Of a large group the keys are looked up before, so that a request sent again does not fail its neighbours.
        if (TryRead(connection, group) is not { } readings)
        {
            return false;
        }

        var moved = new List<MovedStep>(group.Count);
        foreach (var step in group)
        {
            var reading = readings.GetValueOrDefault(step);
            var done = reading?.Known is { } known ? MovedStep.Replayed(step, known) : await MoveAsync(connection, step, reading);
            if (done.Rows is null)
            {
                done.Answer();
            }
            else
            {
                moved.Add(done);
            }
        }

        try
        {
            if (moved.Count > 0 && CaseCommit.Try(connection, moved.Select(one => one.Rows!)) != CommitEnd.Written)
            {
                return false;
            }
        }
        catch (Exception fault) when (CaseCommit.IsOfStep(fault))
        {
            // The rows of one of them break a rule of the database, or cannot be sent; alone it will say so to its own caller.
            return false;
        }

        moved.ForEach(one => one.Answer());
        return true;
    }

    /// <summary>Runs a step; false when somebody else holds what it needs.</summary>
    public async Task<bool> TryAloneAsync(NpgsqlConnection connection, QueuedStep step)
    {
        try
        {
            for (var attempt = 1; attempt <= MostAttempts; attempt++)
            {
                var done = await MoveAsync(connection, step, CutConnections.Told(connection, () => CaseReading.Read(connection, [step])).GetValueOrDefault(step));
                var end = done.Rows is { } rows ? CaseCommit.Try(connection, [rows]) : CommitEnd.Overtaken;
                if (end == CommitEnd.Blocked)
                {
                    return false;
                }

                // Alone, a step looks its key up only when it comes to nothing: the key's own row stops a request that was answered before.
                if (end == CommitEnd.Overtaken && await KnownAsync(connection, step) is { } known)
                {
                    done = MovedStep.Replayed(step, known);
                }

                if (end == CommitEnd.Written || done.Rows is null)
                {
                    done.Answer();
                    return true;
                }

                if (step.Begun is { } begun)
                {
                    throw new ConflictException("CaseExists", $"There is a case {begun.Case.CaseId} already.");
                }
            }

            throw new ConflictException("CaseBusy", "Others are working on this case at the same moment. Try again.");
        }
        catch (Exception fault) when (CaseCommit.IsOfStep(fault))
        {
            step.Fail(Said(fault));
            return true;
        }
    }

    /// <summary>A number is the flow's to give; that it was given before is no fault of the house.</summary>
    private static Exception Said(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "document" }
        ? new RuleBrokenException("DocumentNumberTaken", "The flow gives the document a number that another document has already.")
        : fault;

    /// <summary>Null when one of them cannot be read: alone it will say so to its own caller.</summary>
    private static Dictionary<QueuedStep, CaseReading>? TryRead(NpgsqlConnection connection, IReadOnlyList<QueuedStep> group)
    {
        try
        {
            return CutConnections.Told(connection, () => CaseReading.Read(connection, group));
        }
        catch (Exception fault) when (!fault.IsOfDatabase())
        {
            return null;
        }
    }

    private static async Task<KnownAnswer?> KnownAsync(NpgsqlConnection connection, QueuedStep step) =>
        step.Key is { } key ? await CaseReading.ReadKeyAsync(connection, step.CentreId, key, CancellationToken.None) : null;

    /// <summary>Does the act in memory. Whatever it throws is its own caller's.</summary>
    private async ValueTask<MovedStep> MoveAsync(NpgsqlConnection connection, QueuedStep step, CaseReading? reading)
    {
        try
        {
            var session = step.Begun ?? await ActAsync(connection, step.Act!, reading!);
            session.Settle();
            var answer = AnswerOf(session);
            var rows = session.HasRows ? new WrittenStep(session, step.Key, step.Key is null ? "" : JsonSerializer.Serialize(answer, StepPayload.Json)) : null;
            return new MovedStep(step, answer, null, rows);
        }
        catch (Exception refusal) when (!refusal.IsOfDatabase())
        {
            return new MovedStep(step, null, refusal, null);
        }
    }

    private async ValueTask<CaseSession> ActAsync(NpgsqlConnection connection, CaseAct act, CaseReading reading)
    {
        var at = act.At ?? clock.GetUtcNow();
        var session = await reading.OpenAsync(act.CaseId, worlds, at, connection, act.IsSweep);
        act.Do(session, at);
        return session;
    }

    private static CaseMoved AnswerOf(CaseSession session) => new(
        session.Case.CaseId, session.Case.CaseNo, session.Case.Version, session.Case.Status.ToString(), session.Case.UpdatedAt,
        [.. session.Case.State.Tasks.Select(task => CaseIds.Task(session.Case.CaseId, task.Id))]);
}
