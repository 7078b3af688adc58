using System.Globalization;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Host.Server;
using Npgsql;

namespace ApprovalEngine.Crash;

/// <summary>Compares what people were answered with what the database holds, and the database with itself.</summary>
internal sealed class Checks(string connectionString, Ledger ledger, OutsideService outside)
{
    private const string Counts = """
        select format('%s cases, %s rows in the trail, %s timers fired, %s alerts, %s messages delivered',
            (select count(*) from cases), (select count(*) from audit), (select count(*) from audit where act = 'TimerFired'),
            (select count(*) from alert), (select count(*) from delivery))
        """;

    /// <summary>Each selects sentences; none may be left.</summary>
    private static readonly string[] Rules =
    [
        """
        select 'lost: ' || s.act || ' of ' || s.who || ' was answered with row ' || s.seq || ' of case ' || s.case_id
          from steps s where not exists (select from audit a where a.case_id = s.case_id and a.seq = s.seq and a.actor = s.who)
        """,
        """
        select 'doubled: case ' || coalesce(a.case_id, s.case_id) || ' has ' || coalesce(a.n, 0) || ' acts of people, ' || coalesce(s.n, 0) || ' were answered'
          from (select case_id, count(*) n from audit where actor not like 'system/%' group by case_id) a
          full join (select case_id, count(*) n from steps group by case_id) s using (case_id) where a.n is distinct from s.n
        """,
        "select 'one row for two keys: case ' || case_id || ' row ' || seq from steps group by case_id, seq having count(*) > 1",
        """
        select 'timer fired ' || count(*) || ' times: ' || case_id || ' ' || (payload::jsonb #>> '{details,timer}')
          from audit where act = 'TimerFired' group by case_id, payload::jsonb #>> '{details,timer}' having count(*) > 1
        """,
        """
        select 'alert and trail differ: ' || coalesce(r.case_id, a.case_id) || ' ' || coalesce(r.key, a.key)
          from (select case_id, payload::jsonb #>> '{details,alert}' as key, count(*) n from audit where act = 'AlertRaised' group by 1, 2) r
          full join (select case_id, key, count(*) n from alert group by 1, 2) a using (case_id, key) where r.n is distinct from a.n or r.n <> 1
        """,
        "select 'message delivered ' || count(*) || ' times: ' || outbox_id from delivery where outbox_id is not null group by outbox_id having count(*) > 1",
        """
        select 'messages: case ' || case_id || ' asked for ' || coalesce(e.n, 0) || ', delivered ' || coalesce(d.n, 0)
          from (select case_id, count(*) n from audit, jsonb_array_elements(payload::jsonb -> 'effects') effect where effect ->> 0 = 'NotificationRequested' group by case_id) e
          full join (select case_id, count(*) n from delivery where outbox_id is not null and kind in ('Notification', 'Applicant') group by case_id) d using (case_id) where e.n is distinct from d.n
        """,
        """
        select 'call without its one answer: case ' || case_id || ' call ' || call || ' has ' || count(a.seq)
          from (select case_id, effect ->> 1 as call from audit, jsonb_array_elements(payload::jsonb -> 'effects') effect where effect ->> 0 = 'ServiceCalled') called
          left join (select case_id, seq, payload::jsonb #>> '{details,call}' as call from audit where act in ('ServiceAnswered', 'ServiceFailed')) a using (case_id, call)
         group by case_id, call
        having count(a.seq) > 1 or count(a.seq) = 0 and not exists (
            select from audit d, jsonb_array_elements(d.payload::jsonb -> 'effects') effect
             where d.case_id = called.case_id and effect ->> 0 = 'ServiceCallDropped' and effect ->> 1 = call)
        """,
        "select 'one effect heard by ' || count(*) || ' answers: ' || (payload::jsonb #>> '{details,result,receipt}') from audit where act = 'ServiceAnswered' and payload::jsonb #>> '{details,result,receipt}' is not null group by payload::jsonb #>> '{details,result,receipt}' having count(*) > 1",
        """
        select 'answer of a call that had no effect outside: case ' || a.case_id || ' row ' || a.seq
          from audit a left join outside o on o.receipt = a.payload::jsonb #>> '{details,result,receipt}' where a.act = 'ServiceAnswered' and o.receipt is null
        """,
        "select 'delivered under one key with ' || bodies || ' contents: ' || outbox_id from outside where bodies <> 1",
        """
        select effects || ' effects outside that no case heard of, but only ' || dropped || ' calls were dropped'
          from (select count(*) effects from outside o where receipt is not null and not exists (select from delivery d where d.outbox_id = o.outbox_id and d.kind = 'ServiceCall')) unheard,
               (select count(*) dropped from audit, jsonb_array_elements(payload::jsonb -> 'effects') effect where effect ->> 0 = 'ServiceCallDropped') calls
         where effects > dropped
        """,
        """
        select 'recorded as called, but never delivered: ' || outbox_id from delivery
         where kind = 'ServiceCall' and recipient = 'outside' and not exists (select from outside o where o.outbox_id = delivery.outbox_id and o.receipt is not null)
        """,
        """
        select 'open case in nobody''s hands: ' || case_no from cases c
         where status < 7 and status <> 2
           and not exists (select from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id)
           and not exists (select from timer t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.kind = 0)
           and not exists (select from outbox o where o.case_id = c.case_id and o.call_id is not null)
        """,
        """
        select 'task both open and closed: ' || o.case_id || ' ' || o.task_no from task_open o join task_closed c using (centre_id, case_id, task_no)
        """,
        """
        select 'case row and trail differ: ' || case_no from cases c
         where version <> (select max(seq) from audit a where a.centre_id = c.centre_id and a.case_id = c.case_id)
        """,
        "select 'a check of the product found: ' || act || ' ' || payload::text from admin_event where act in ('AuditFinding', 'RollupDifference', 'SealsDiffer')",
    ];

    public static async Task<string> CountsAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var count = database.CreateCommand(Counts);
        return (string)(await count.ExecuteScalarAsync())!;
    }

    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var findings = new List<string>(ledger.Surprises);
        await using (var connection = new NpgsqlConnection(connectionString + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await LoadStepsAsync(connection);
            await LoadOutsideAsync(connection);
            foreach (var rule in Rules)
            {
                findings.AddRange(await AskAsync(connection, rule));
            }
        }

        findings.AddRange(await ProductAsync("audit", "verify"));
        findings.AddRange(await ProductAsync("stats", "rebuild"));
        findings.AddRange(await ProductAsync("check"));
        findings.AddRange(await Recount.OfAsync(connectionString));
        return findings;
    }

    private async Task LoadStepsAsync(NpgsqlConnection connection)
    {
        await using var make = new NpgsqlCommand("create temporary table steps (who text, key text, act text, case_id uuid, seq int)", connection);
        await make.ExecuteNonQueryAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy steps from stdin (format binary)");
        foreach (var step in ledger.Steps)
        {
            await copy.WriteRowAsync(CancellationToken.None, step.User, step.Key, step.Act, step.CaseId, step.Version);
        }

        await copy.CompleteAsync();
    }

    private async Task LoadOutsideAsync(NpgsqlConnection connection)
    {
        await using var make = new NpgsqlCommand("create temporary table outside (outbox_id bigint, deliveries int, bodies int, receipt text)", connection);
        await make.ExecuteNonQueryAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy outside from stdin (format binary)");
        foreach (var message in outside.All)
        {
            await copy.WriteRowAsync(CancellationToken.None, message.Message, message.Deliveries, message.Bodies.Count, message.Receipt ?? (object)DBNull.Value);
        }

        await copy.CompleteAsync();
    }

    private static async Task<List<string>> AskAsync(NpgsqlConnection connection, string rule)
    {
        await using var command = new NpgsqlCommand($"{rule} limit 20", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>What the product's own check says, as a user would call it.</summary>
    private async Task<IEnumerable<string>> ProductAsync(params string[] command)
    {
        var environment = new Dictionary<string, string> { ["ConnectionStrings__Approval"] = connectionString };
        var answer = await Tool.RunAsync(["dotnet", typeof(StartUp).Assembly.Location, .. command], CancellationToken.None, environment);
        return answer.Succeeded ? [] : [string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', command)} ended with {answer.ExitCode}: {answer.Output} {answer.Error}")];
    }
}
