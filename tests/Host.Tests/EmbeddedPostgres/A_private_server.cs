using ApprovalEngine.Host.EmbeddedPostgres;

namespace Host.Tests.EmbeddedPostgres;

public sealed class A_private_server : PostgresTest
{
    [Fact]
    public async Task keeps_its_data_over_a_restart()
    {
        await using (var first = await Start())
        {
            await Ask<int>(first.ConnectionString, "create table kept as select 42 as value");
        }

        await using var second = await Start();
        (await Ask<int>(second.ConnectionString, "select value from kept")).Should().Be(42);
    }

    [Fact]
    public async Task listens_on_loopback_only_and_asks_for_its_password()
    {
        await using var server = await Start();

        (await Ask<string>(server.ConnectionString, "show listen_addresses")).Should().Be("127.0.0.1");
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong", Host = "127.0.0.1" };
        var entering = () => Ask<int>(wrong.ConnectionString, "select 1");
        (await entering.Should().ThrowAsync<Npgsql.PostgresException>()).Which.SqlState.Should().Be("28P01");
    }

    [Fact]
    public async Task never_runs_as_root()
    {
        await using var server = await Start();

        var process = await Ask<int>(server.ConnectionString, "select pg_backend_pid()");
        File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Split('\t', StringSplitOptions.RemoveEmptyEntries)[1].Should().NotBe("0");
    }

    [Fact]
    public async Task keeps_durability_untouched()
    {
        await using var server = await Start();

        (await Ask<string>(server.ConnectionString, "show fsync")).Should().Be("on");
        (await Ask<string>(server.ConnectionString, "show synchronous_commit")).Should().Be("on");
        (await Ask<string>(server.ConnectionString, "show full_page_writes")).Should().Be("on");
    }

    [Fact]
    public async Task refuses_a_second_start_and_says_who_holds_the_data()
    {
        await using var first = await Start();

        var second = () => Start();

        (await second.Should().ThrowAsync<PrivatePostgresException>()).Which.Message
            .Should().Contain("in use by `approval serve`").And.Contain($"process {Environment.ProcessId}");
    }

    [Fact]
    public async Task lets_commands_join_and_outlives_them()
    {
        await using var owner = await Start();

        await using (var joined = await Start(mayJoin: true, purpose: "approval stats"))
        {
            joined.IsOwner.Should().BeFalse();
            (await Ask<int>(joined.ConnectionString, "select 1")).Should().Be(1);
        }

        (await Ask<int>(owner.ConnectionString, "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task waits_for_the_commands_that_joined_before_it_stops()
    {
        var owner = await Start(mayJoin: true);
        var joined = await Start(mayJoin: true);

        var stopping = owner.DisposeAsync().AsTask();
        (await Ask<int>(joined.ConnectionString, "select 1")).Should().Be(1);
        stopping.IsCompleted.Should().BeFalse();

        await joined.DisposeAsync();
        await stopping;
        File.Exists(Path.Combine(Data, "postgres", "postmaster.pid")).Should().BeFalse();
    }

    [Fact]
    public async Task leaves_data_of_another_major_version_untouched_and_names_the_remedy()
    {
        await (await Start()).DisposeAsync();
        var version = Path.Combine(Data, "postgres", "PG_VERSION");
        await File.WriteAllTextAsync(version, "9\n", TestContext.Current.CancellationToken);

        // Root would try to install it; the sentence is the same.
        var starting = () => Start();

        (await starting.Should().ThrowAsync<PrivatePostgresException>()).Which.Message
            .Should().Contain("made by PostgreSQL 9").And.Contain("untouched");
        (await File.ReadAllTextAsync(version, TestContext.Current.CancellationToken)).Should().Be("9\n");
    }
}
