using System.Buffers.Binary;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What the pure core may know of a case at a step.</summary>
internal static class CaseContext
{
    public static FlowContext For(CaseRecord row, CaseWorld world, DateTimeOffset at, string actor, string? onBehalfOf) => new()
    {
        Now = at,
        Actor = actor,
        OnBehalfOf = onBehalfOf,
        Calendar = world.Calendar,
        Seed = BinaryPrimitives.ReadUInt64BigEndian(row.HeadHash) ^ BinaryPrimitives.ReadUInt64BigEndian(row.CaseId.ToByteArray(bigEndian: true).AsSpan(4)) ^ (ulong)row.Version,
        InstanceId = row.CaseId.ToString(),
        Case = Facts(row, world),
        Facts = Inputs(row, world),
    };

    private static CaseFacts Facts(CaseRecord row, CaseWorld world) => new()
    {
        Number = row.CaseNo,
        ReceivedAt = row.ReceivedAt,
        LegalLimit = LimitOf(row, row.LegalDays),
        PromisedLimit = LimitOf(row, row.PromisedDays),
        Unit = world.UnitCode(row.UnitId),
        Window = world.UnitCode(row.WindowId),
        ReceivedBy = row.ReceivedBy,
    };

    private static Limit LimitOf(CaseRecord row, int? days) => row.CalendarDueAt is { } due ? new Limit.Calendar(due) : Limit.Days(days ?? 0);

    private static JsonObject Inputs(CaseRecord row, CaseWorld world) => new()
    {
        ["form"] = row.Form.DeepClone(),
        ["applicant"] = new JsonObject { ["kind"] = row.ApplicantKind.ToString(), ["name"] = row.ApplicantName },
        ["item"] = new JsonObject { ["code"] = world.Item.Code, ["name"] = world.Item.Name.ZhHans, ["kind"] = world.Item.Kind.ToString() },
        ["caseNumber"] = row.CaseNo,
        ["channel"] = row.Channel.ToString(),
        ["unit"] = world.UnitCode(row.UnitId),
        ["window"] = world.UnitCode(row.WindowId),
    };
}
