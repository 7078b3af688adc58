using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Begins cases: finds item and flow, takes the next number, opens a session on the new case.</summary>
public sealed class CaseIntake(CaseDatabase database, CaseWorlds worlds)
{
    private const string CentreSql = $"select {CentreRow.Select} from centre e where e.centre_id = $1";

    // Counts on even when the case is not written in the end: numbers are never used again, gaps do not matter.
    private const string NextNumber = """
        insert into case_counter (centre_id, item_id, on_date, last) values ($1, $2, $3, $4)
        on conflict (centre_id, item_id, on_date) do update set last = case_counter.last + excluded.last
        returning last
        """;

    /// <summary>The world of a new case of an item, and the version of its flow.</summary>
    /// <exception cref="RuleBrokenException">The item cannot be applied for.</exception>
    public async Task<(CaseWorld World, int FlowVersion)> WorldAsync(int centreId, string itemCode, CancellationToken cancel)
    {
        var centre = await CentreAsync(centreId, cancel);
        var found = await worlds.ForNewAsync(centre, itemCode);
        return found.World.Item.State == ItemState.InForce
            ? found
            : throw new RuleBrokenException("ItemNotInForce", $"Item '{itemCode}' is not in force; nobody can apply for it.", "item");
    }

    /// <summary>A session on a new case; nothing is written but the counter of its number.</summary>
    public async Task<CaseSession> BeginAsync(NewCase begun, CancellationToken cancel)
    {
        var on = begun.World.Calendar.LocalDate(begun.ReceivedAt);
        return Begin(begun, await TakeNumbersAsync(begun.World.Directory.Centre.CentreId, begun.World.Item.ItemId, on, 1, cancel));
    }

    /// <summary>Takes so many numbers of an item and date at once.</summary>
    /// <returns>The first of them.</returns>
    public async Task<int> TakeNumbersAsync(int centreId, int itemId, DateOnly on, int count, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(NextNumber, connection) { Parameters = { Sql.Of(centreId), Sql.Of(itemId), Sql.Of(on), Sql.Of(count) } };
        return (int)(await command.ExecuteScalarAsync(cancel))! - count + 1;
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
        return new CaseSession(world, row, [], null) { IsReplay = begun.IsReplay };
    }

    internal async Task<KnownAnswer?> KnownAsync(int centreId, IdempotencyKey key, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        return await CaseReading.ReadKeyAsync(connection, centreId, key, cancel);
    }

    private static Guid IdOf(NewCase begun, CentreEntry centre, DateTimeOffset receivedAt) => begun.ExternalNo is { } outside
        ? CaseIds.New(receivedAt, SHA256.HashData(Encoding.UTF8.GetBytes($"{centre.Code}/{outside}")))
        : CaseIds.New(receivedAt);

    private async Task<CentreRow> CentreAsync(int centreId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(CentreSql, connection) { Parameters = { Sql.Of(centreId) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? CentreRow.Read(reader, centreId, 0) : throw new NotFoundException("Centre", centreId);
    }
}
