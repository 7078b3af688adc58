using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Replays a case's trail through the pure core: from the application on, every act at its instant, by its actor, with its seed. What comes
/// out must be the stored state, or the history is not believed.
/// </summary>
internal sealed class CaseHistory(CaseDatabase database, CaseWorlds worlds, CalendarStore calendars, FlowStore flows, MigrationPlans plans, NpgsqlDataSource pool)
{
    private const string Rows = "select seq, at, actor, act, payload, prev_hash from audit where centre_id = $1 and case_id = $2 and seq <= $3 order by seq";
    private const string Published = """
        select version, min(published_at) from calendar_year where centre_id = $1 group by version order by version
        """;

    /// <summary>Replays a case.</summary>
    /// <exception cref="Errors.NotFoundException">There is no such case.</exception>
    /// <exception cref="JournalException">The trail does not lead to the stored state.</exception>
    public async Task<ReplayedCase> ReplayAsync(int centreId, Guid caseId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var reading = await CaseReading.ReadAsync(connection, centreId, caseId);
        var row = reading.Case ?? throw new Errors.NotFoundException("Case", caseId);
        var world = await worlds.ForAsync(reading.Centre!, row);
        var trail = await TrailAsync(connection, row, cancel);
        JournalException? first = null;
        foreach (var calendarOf in new[] { await ByTimeAsync(row, cancel), _ => ValueTask.FromResult(world.Calendar) })
        {
            try
            {
                return await ReplayAsync(row, world, trail, calendarOf);
            }
            catch (JournalException differs)
            {
                // History that was entered later was reckoned with the calendar of that day, not of its own.
                first ??= differs;
            }
        }

        throw first!;
    }

    private async Task<ReplayedCase> ReplayAsync(CaseRecord row, CaseWorld world, IReadOnlyList<JournalRow> trail, Func<JournalRow, ValueTask<WorkingCalendar>> calendarOf)
    {
        var states = new List<FlowState> { FlowState.New };
        world = await FirstVersionAsync(row, world, trail);
        foreach (var entry in trail)
        {
            var before = row with { Version = entry.Seq - 1, HeadHash = entry.PrevHash, State = states[^1] };
            var then = world with { Calendar = await calendarOf(entry) };
            if (entry.Act == MigrationAct.Name)
            {
                var (plan, _) = await plans.Of(row.CentreId, row.DefinitionId, entry.Payload["details"]!.AsObject(), CancellationToken.None);
                world = world with { Flow = plan.To };
                states.Add(Step(before, then with { Flow = plan.To }, entry, new Stimulus.Migrate(plan)));
                continue;
            }

            states.Add(Journal.Read(entry, states) is { } stimulus ? Step(before, then, entry, stimulus) : before.State);
        }

        var differences = Differences(Members(states[^1]), Members(row.State));
        return differences.Count == 0
            ? new ReplayedCase(row, trail, states)
            : throw new JournalException(row.Version, $"the replayed state differs from the stored one in {string.Join(", ", differences)}.");
    }

    /// <summary>A case that was moved to another version of its flow began on the one that its first migration left.</summary>
    private async Task<CaseWorld> FirstVersionAsync(CaseRecord row, CaseWorld world, IReadOnlyList<JournalRow> trail) =>
        trail.FirstOrDefault(entry => entry.Act == MigrationAct.Name) is { } first
            ? world with { Flow = await flows.Compiled(row.CentreId, row.DefinitionId, (int)first.Payload["details"]!["from"]!) }
            : world;

    private static FlowState Step(CaseRecord before, CaseWorld world, JournalRow entry, Stimulus stimulus)
    {
        try
        {
            var context = CaseContext.For(before, world, entry.At, entry.Actor, entry.OnBehalfOf);
            // A state is stored after every step, and what is not stored is not known to the next.
            return FlowStateJson.Read(FlowStateJson.Write(Interpreter.Advance(world.Flow, before.State, stimulus, context).State));
        }
        catch (ActRefusedException refused)
        {
            throw new JournalException(entry.Seq, $"'{entry.Act}' is refused now ({refused.Code}): {refused.Message}");
        }
    }

    private static JsonObject Members(FlowState state) => JsonNode.Parse(FlowStateJson.Write(state), null, new JsonDocumentOptions { MaxDepth = 512 })!.AsObject();

    /// <summary>Incidents of before 2026-11-30 were stored without their kind, which a replay finds out again.</summary>
    private static JsonNode? AsStored(string member, JsonNode? replayed, JsonNode? stored)
    {
        if (member != "ic" || replayed is not JsonArray now || stored is not JsonArray then || now.Count != then.Count)
        {
            return replayed;
        }

        foreach (var (incident, kept) in now.Zip(then))
        {
            if (kept?["f"] is null)
            {
                incident?.AsObject().Remove("f");
            }
        }

        return now;
    }

    /// <summary>By value: the database keeps the members of an object in an order of its own.</summary>
    private static List<string> Differences(JsonObject replayed, JsonObject stored) =>
        [.. replayed.Select(member => member.Key).Union(stored.Select(member => member.Key)).Where(name => !JsonNode.DeepEquals(AsStored(name, replayed[name], stored[name]), stored[name]))];

    /// <summary>A case's trail as far as the row that was read goes.</summary>
    internal static async Task<List<JournalRow>> TrailAsync(NpgsqlConnection connection, CaseRecord row, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Rows, connection) { Parameters = { Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(row.Version) } };
        return await command.ListAsync(
            reader => JournalRow.Of(
                reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetFieldValue<byte[]>(5)),
            cancel);
    }

    /// <summary>The calendar that was published when a row was written; before the first one, the first.</summary>
    private async Task<Func<JournalRow, ValueTask<WorkingCalendar>>> ByTimeAsync(CaseRecord row, CancellationToken cancel)
    {
        await using var command = pool.CreateCommand(Published);
        command.Parameters.Add(Sql.Of(row.CentreId));
        var versions = await command.ListAsync(reader => (Version: reader.GetInt32(0), At: reader.GetFieldValue<DateTimeOffset>(1)), cancel);
        return entry =>
        {
            var version = (int?)entry.Payload["details"]?["calendar"]
                ?? versions.Where(one => one.At <= entry.At).Select(one => one.Version).DefaultIfEmpty(versions.Count > 0 ? versions[0].Version : 0).Max();
            return calendars.Of(row.CentreId, version, cancel);
        };
    }
}
