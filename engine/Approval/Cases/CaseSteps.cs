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
        var readings = await CaseReading.ReadAsync(connection, [.. group.Where(step => step.Act is not null)]);
        var moved = new List<(QueuedStep Step, CaseMoved Answer, WrittenStep Rows)>(group.Count);
        foreach (var step in group)
        {
            if (await MoveAsync(step, readings.GetValueOrDefault(step)) is { } done)
            {
                moved.Add((step, done.Answer, done.Rows));
            }
        }

        try
        {
            if (moved.Count > 0 && await CaseCommit.TryAsync(connection, moved.Select(one => one.Rows)) != CommitEnd.Written)
            {
                return false;
            }
        }
        catch (PostgresException fault) when (fault.InvariantSeverity == "ERROR")
        {
            // The rows of one of them break a rule of the database; alone it will say so to its own caller.
            return false;
        }

        moved.ForEach(one => one.Step.Succeed(one.Answer));
        return true;
    }

    /// <summary>Runs a step; false when somebody else holds what it needs.</summary>
    public async Task<bool> TryAloneAsync(NpgsqlConnection connection, QueuedStep step)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var reading = step.Act is { } act ? await CaseReading.ReadAsync(connection, act.CentreId, act.CaseId, act.Key, CancellationToken.None) : null;
            if (await MoveAsync(step, reading) is not { } done)
            {
                return true;
            }

            switch (await CommitAsync(connection, step, done.Rows))
            {
                case CommitEnd.Written:
                    step.Succeed(done.Answer);
                    return true;
                case CommitEnd.Blocked:
                    return false;
                case CommitEnd.Overtaken when step.Begun is { } begun:
                    await AnswerKnownAsync(connection, step, begun);
                    return true;
            }

            if (step.IsAnswered)
            {
                return true;
            }
        }

        step.Fail(new ConflictException("CaseBusy", "Others are working on this case at the same moment. Try again."));
        return true;
    }

    private static async Task<CommitEnd> CommitAsync(NpgsqlConnection connection, QueuedStep step, WrittenStep rows)
    {
        try
        {
            return await CaseCommit.TryAsync(connection, [rows]);
        }
        catch (PostgresException fault) when (fault.InvariantSeverity == "ERROR")
        {
            step.Fail(fault);
            return CommitEnd.Overtaken;
        }
    }

    /// <summary>Does the act in memory; null when it is answered already: refused, known, or without anything to write.</summary>
    private async ValueTask<(CaseMoved Answer, WrittenStep Rows)?> MoveAsync(QueuedStep step, CaseReading? reading)
    {
        try
        {
            if (step.Key is { } key && reading?.Known is { } known)
            {
                step.Succeed(known.For(key));
                return null;
            }

            var session = step.Begun ?? await ActAsync(step.Act!, reading!);
            var answer = Answer(session);
            if (!session.HasRows)
            {
                step.Succeed(answer);
                return null;
            }

            return (answer, new WrittenStep(session, step.Key, step.Key is null ? "" : JsonSerializer.Serialize(answer, StepPayload.Json)));
        }
        catch (Exception refusal) when (refusal is not NpgsqlException)
        {
            step.Fail(refusal);
            return null;
        }
    }

    private async ValueTask<CaseSession> ActAsync(CaseAct act, CaseReading reading)
    {
        var row = reading.Case ?? throw new NotFoundException("Case", act.CaseId);
        var session = new CaseSession(await worlds.ForAsync(reading.Centre!, row), row, reading.RaisedAlerts, reading.ArmedAlertAt);
        var at = act.At ?? clock.GetUtcNow();
        session.CatchUp(at, act.IsSweep);
        act.Do(session, at);
        return session;
    }

    private static async Task AnswerKnownAsync(NpgsqlConnection connection, QueuedStep step, CaseSession begun)
    {
        if (step.IsAnswered)
        {
            return;
        }

        try
        {
            var known = step.Key is null ? null : await CaseReading.ReadKeyAsync(connection, begun.Case.CentreId, step.Key, CancellationToken.None);
            step.Succeed(known?.For(step.Key!) ?? throw new ConflictException("CaseExists", $"There is a case {begun.Case.CaseId} already."));
        }
        catch (ApprovalException refusal)
        {
            step.Fail(refusal);
        }
    }

    private static CaseMoved Answer(CaseSession session) => new(
        session.Case.CaseId, session.Case.CaseNo, session.Case.Version, session.Case.Status.ToString(), session.Case.UpdatedAt,
        [.. session.Case.State.Tasks.Select(task => CaseIds.Task(session.Case.CaseId, task.Id))]);
}
