using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Finds the act that a person may take back: their own, on that task, with nothing of others after it.</summary>
internal static class LastAct
{
    private static readonly HashSet<string> Withdrawable = ["TaskCompleted", "TaskReturned", "TaskTransferred", "TaskDelegated", "TaskClaimed", "SignerAdded", "SignerRemoved"];

    /// <exception cref="ConflictException">Somebody or something else has moved the case since.</exception>
    /// <exception cref="ForbiddenException">The person did nothing on this task.</exception>
    public static JournalRow Of(IReadOnlyList<JournalRow> trail, string user, int taskNo)
    {
        if (!trail.Any(row => row.Actor == user && (int?)row.Payload["task"] == taskNo))
        {
            throw new ForbiddenException("ActNotYours", "You have done nothing on this task that you could withdraw.");
        }

        foreach (var row in Effective(trail))
        {
            if (row.Actor != user || !Withdrawable.Contains(row.Act))
            {
                throw new ConflictException(
                    "NextHasBegun", $"{row.Actor} has moved the case since ({row.Act} at {row.At:u}); your act cannot be withdrawn any more.", new { row.Actor, row.Act, row.At });
            }

            if (IsToldToOthers(row))
            {
                throw new ConflictException("WithdrawalNotPossible", $"Other cases have been told of an event since ({row.Act} at {row.At:u}); your act cannot be withdrawn any more.");
            }

            if (row.Task == taskNo)
            {
                return row;
            }
        }

        throw new ConflictException("NothingToWithdraw", "What you did on this task is withdrawn already.");
    }

    /// <summary>An event that other cases hear cannot be called back.</summary>
    private static bool IsToldToOthers(JournalRow row) =>
        row.Payload["effects"] is JsonArray effects && effects.Any(effect => (string?)effect?[0] == nameof(Effect.EventPublished));

    /// <summary>The rows that count, last first: without those that moved nothing, and without what was withdrawn.</summary>
    private static IEnumerable<JournalRow> Effective(IReadOnlyList<JournalRow> trail)
    {
        for (var i = trail.Count - 1; i >= 0; i--)
        {
            var row = trail[i];
            if (row.Act == "ActWithdrawn")
            {
                // Rows are numbered from 1: goes on before the act that was taken back.
                i = (int)row.Payload["details"]!["seq"]! - 1;
            }
            else if (!Journal.Unmoving.Contains(row.Act))
            {
                yield return row;
            }
        }
    }
}
