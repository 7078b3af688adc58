using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>What a step of a trial run may know: the centre's calendar, and an application of nobody.</summary>
internal static class TrialContext
{
    public static FlowContext For(TrialRun run, int step, WorkingCalendar calendar, DateTimeOffset at, string actor) => new()
    {
        Now = at,
        Actor = actor,
        Calendar = calendar,
        Seed = Seed(run.RunId, step),
        IsTraced = true,
        InstanceId = run.RunId.ToString(),
        Facts = new JsonObject
        {
            ["form"] = new JsonObject(),
            ["applicant"] = new JsonObject { ["kind"] = "Person", ["name"] = "" },
            ["caseNumber"] = $"TRIAL-{run.RunId.ToString("N")[..12].ToUpperInvariant()}",
        },
    };

    private static ulong Seed(Guid runId, int step)
    {
        Span<byte> bytes = stackalloc byte[20];
        runId.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], step);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(bytes));
    }
}
