using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Reads from the trail what was done to a case beside answering its tasks.</summary>
internal static class Course
{
    // Primary key of audit.
    public const string Select = """
        select seq, at, actor, act, payload, prev_hash from audit
        where centre_id = $1 and case_id = $2 and act in ('TaskTransferred', 'TaskDelegated', 'TaskRecalled', 'SignerAdded', 'SignerRemoved', 'TaskUrged',
            'ActWithdrawn', 'CaseCopied', 'CaseSuspended', 'CaseResumed', 'CaseExtended', 'CaseEnded')
        order by seq
        """;

    public static CourseAct Read(NpgsqlDataReader read, Guid caseId)
    {
        var row = JournalRow.Of(
            read.GetInt32(0), read.GetFieldValue<DateTimeOffset>(1), read.GetString(2), read.GetString(3), read.GetString(4), read.GetFieldValue<byte[]>(5));
        var details = row.Payload["details"];
        return new CourseAct(row.At, row.Actor, row.Act)
        {
            OnBehalfOf = row.OnBehalfOf,
            TaskId = (int?)row.Payload["task"] is { } task ? CaseIds.Task(caseId, task) : null,
            To = [.. Receivers(details)],
            ToUnit = (string?)details?["toUnit"],
            Words = (string?)details?["reason"] ?? (string?)row.Payload["opinion"],
            Basis = (string?)details?["basis"],
            Document = (string?)details?["document"],
            EndsOn = (string?)details?["endsOn"] is { } day ? DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture) : null,
            Days = (int?)details?["days"],
        };
    }

    /// <summary>A transfer, a delegation, a signer and a copy each call them otherwise.</summary>
    private static IEnumerable<string> Receivers(JsonNode? details)
    {
        foreach (var name in new[] { "toUser", "to", "signer" })
        {
            if (details?[name] is JsonArray several)
            {
                foreach (var one in several)
                {
                    yield return one!.GetValue<string>();
                }
            }
            else if (details?[name] is { } one)
            {
                yield return one.GetValue<string>();
            }
        }
    }
}
