using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Begins cases: finds item and flow, takes the next number, opens a session on the new case.</summary>
public sealed class CaseIntake(CaseDatabase database, CaseWorlds worlds, CaseNumbers numbers, ItemStore items)
{
    /// <summary>The world of a new case of an item, and the version of its flow.</summary>
    /// <exception cref="RuleBrokenException">The item cannot be applied for.</exception>
    public async Task<(CaseWorld World, int FlowVersion)> WorldAsync(int centreId, string itemCode, CancellationToken cancel)
    {
        var item = await items.Of(centreId, itemCode, cancel);
        return await WorldAsync(item, await ReadAsync(centreId, item, null, null, cancel));
    }

    /// <summary>A session on a new case; nothing is written but the counter of its number.</summary>
    public async Task<CaseSession> BeginAsync(NewCase begun, CancellationToken cancel)
    {
        var on = begun.World.Calendar.LocalDate(begun.ReceivedAt);
        return Begin(begun, await numbers.TakeAsync(begun.World.Directory.Centre.CentreId, begun.World.Item.ItemId, on, cancel));
    }

    /// <summary>A session on a new case with a number that was taken before.</summary>
    public static CaseSession Begin(NewCase begun, int running)
    {
        var (world, receivedAt) = (begun.World, AuditChain.Instant(begun.ReceivedAt));
        var (centre, item) = (world.Directory.Centre, world.Item);
        var isCalendar = begun.CalendarDueAt is not null;
        var row = new CaseRecord
        {
            CentreId = centre.CentreId,
            CaseId = IdOf(begun, centre, receivedAt),
            CaseNo = CaseNumber.Make(centre.Code, item.Code, world.Calendar.LocalDate(receivedAt), running),
            ExternalNo = begun.ExternalNo,
            ItemId = item.ItemId,
            ItemVersion = item.Version,
            DefinitionId = item.DefinitionId,
            DefinitionVersion = begun.FlowVersion,
            Kind = (short)item.Kind,
            Channel = begun.Channel,
            UnitId = begun.UnitId,
            WindowId = begun.WindowId,
            ApplicantId = begun.ApplicantId,
            ApplicantKind = begun.ApplicantKind,
            ApplicantName = begun.ApplicantName,
            ReceivedBy = begun.ReceivedBy,
            ProjectNo = begun.ProjectNo,
            ReceivedAt = receivedAt,
            LimitKind = isCalendar ? LimitKind.Calendar : LimitKind.WorkingDays,
            LegalDays = isCalendar ? null : item.LegalDays,
            PromisedDays = isCalendar ? null : item.PromisedDays,
            CalendarDueAt = begun.CalendarDueAt is { } due ? AuditChain.Instant(due) : null,
            HeadHash = AuditChain.Origin.ToArray(),
            State = FlowState.New,
            Form = begun.Form,
            UpdatedAt = receivedAt,
        };
        return new CaseSession(world, row) { IsReplay = begun.IsReplay };
    }

    /// <summary>The world of a new case by what was read.</summary>
    /// <exception cref="RuleBrokenException">The item cannot be applied for.</exception>
    internal async ValueTask<(CaseWorld World, int FlowVersion)> WorldAsync(ItemEntry item, IntakeReading reading)
    {
        if (item.State != ItemState.InForce)
        {
            throw new RuleBrokenException("ItemNotInForce", $"Item '{item.Code}' is not in force; nobody can apply for it.", "item");
        }

        var version = reading.FlowVersion ?? throw new RuleBrokenException("FlowNotPublished", $"The flow '{item.DefinitionId}' of item '{item.Code}' is not published.", "item");
        return (await worlds.ForNewAsync(reading.Centre, item, version), version);
    }

    internal async Task<IntakeReading> ReadAsync(int centreId, ItemEntry item, ApplicantRequest? applicant, IdempotencyKey? key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await IntakeReading.ReadAsync(connection, centreId, item, applicant, key, cancel);
    }

    private static Guid IdOf(NewCase begun, CentreEntry centre, DateTimeOffset receivedAt) => begun.ExternalNo is { } outside
        ? CaseIds.New(receivedAt, SHA256.HashData(Encoding.UTF8.GetBytes($"{centre.Code}/{outside}")))
        : CaseIds.New(receivedAt);
}
