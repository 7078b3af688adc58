using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace Approval.Tests.Cases;

/// <summary>Rows and log bytes do not depend on the machine's mood: they are counted, on a server that nobody else uses.</summary>
public sealed class What_a_step_writes(What_a_step_writes.QuietServer server) : CaseTest(server), IClassFixture<What_a_step_writes.QuietServer>
{
    private const int Cases = 50;

    private static readonly Access Anyone = Access.System(1, "system/test");

    /// <summary>As for all tests, whole pages do not go into the log; here nothing else does either.</summary>
    public sealed class QuietServer : PostgresServer
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await Execute("alter system set autovacuum = off");
            await Execute("alter system set checkpoint_timeout = '1h'");
            await Execute("select pg_reload_conf()");
        }
    }

    [Fact]
    public async Task is_each_row_once_and_nothing_that_does_not_change()
    {
        var cases = await AtAUsualStep();
        var before = await Rows();

        await Answer(cases, "first");

        (await Rows()).Where(row => row.Value != before.GetValueOrDefault(row.Key)).ToDictionary(row => row.Key, row => row.Value - before.GetValueOrDefault(row.Key))
            .Where(row => row.Key != "cases moved")
            .Should().BeEquivalentTo(new Dictionary<string, long>
            {
                ["idempotency_key inserted"] = Cases,
                ["audit inserted"] = Cases,
                ["cases updated"] = Cases,
                ["task_open deleted"] = Cases,
                ["task_closed inserted"] = Cases,
                ["task_open inserted"] = Cases,
                ["timer deleted"] = Cases,
                ["timer inserted"] = Cases,
            });
    }

    [Fact]
    public async Task leaves_the_indexes_of_the_case_alone()
    {
        var cases = await AtAUsualStep();
        var before = await Rows();

        await Answer(cases, "first");

        var moved = (await Rows()).GetValueOrDefault("cases moved") - before.GetValueOrDefault("cases moved");
        moved.Should().BeLessThan(Cases / 2, "a new version of the row stands on its page as long as there is room");
    }

    [Fact]
    public async Task takes_little_room_in_the_log()
    {
        var cases = await AtAUsualStep();
        await Answer(cases, "first");
        var from = await Log();

        await Answer(cases, "second");

        var bytes = (await Log() - from) / Cases;
        // Measured: 4.3 kB. One more version of the case's row, or its indexes written anew, is more than the rest allows for.
        bytes.Should().BeInRange(2000, 4800);
    }

    /// <summary>Cases before a step that closes a task and opens another, and moves on the step limit's timer.</summary>
    private async Task<List<CaseMoved>> AtAUsualStep()
    {
        var cases = new List<CaseMoved>();
        for (var i = 0; i < Cases; i++)
        {
            cases.Add(await Receive(HousingTransfer, "zhou.na", applicant: $"第{i}人"));
        }

        await Answer(cases, "acceptance");
        return cases;
    }

    /// <summary>Somebody answers the task of each case as is usual, under a key and with an opinion.</summary>
    private async Task Answer(List<CaseMoved> cases, string key)
    {
        var outcome = (await Send(new CaseDetail(Anyone, cases[0].CaseId))).OpenTasks[0].Outcomes[0];
        for (var i = 0; i < Cases; i++)
        {
            cases[i] = await Send(new CompleteTask(Anyone, $"{key}-{i}", cases[i].OpenTasks[0], outcome, "The papers are complete and correct; granted as applied for.", null));
        }
    }

    private async Task<long> Log() => (long)await Scalar<decimal>("select pg_current_wal_insert_lsn() - '0/0'");

    /// <summary>Rows written so far, by table and kind; of a case also how often a new version had to move to another page.</summary>
    private async Task<Dictionary<string, long>> Rows()
    {
        // A connection tells what it has counted when it ends: this host goes, another one comes.
        await Services.DisposeAsync();
        Services = TestServices.Build(ConnectionString);
        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        await connection.OpenAsync(Cancel);
        await using (var others = new NpgsqlCommand("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection))
        {
            while ((long)(await others.ExecuteScalarAsync(Cancel))! > 0)
            {
                await Task.Delay(20, Cancel);
            }
        }

        await using var command = new NpgsqlCommand("""
            select case when relname like 'audit%' then 'audit' else relname end || what, sum(n)::bigint from pg_stat_user_tables,
                   lateral (values (' inserted', n_tup_ins), (' updated', n_tup_upd), (' deleted', n_tup_del), (' moved', n_tup_upd - n_tup_hot_upd)) c(what, n)
            where relname <> 'admin_event' group by 1
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var counters = new Dictionary<string, long>();
        while (await reader.ReadAsync(Cancel))
        {
            counters[reader.GetString(0)] = reader.GetInt64(1);
        }

        return counters;
    }
}
