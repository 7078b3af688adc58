using ApprovalEngine.Approval.Audit;

namespace Approval.Tests.Audit;

public sealed class Sealing_the_trail(PostgresServer server) : SealTest(server)
{
    [Fact]
    public async Task covers_what_is_new_and_makes_nothing_when_nothing_is()
    {
        var first = await SealAll();
        var second = await SealAll();

        first.Should().ContainSingle().Which.Rows.Should().Be(5);
        second.Should().BeEmpty();
    }

    [Fact]
    public async Task links_each_seal_to_the_last()
    {
        var first = (await SealAll()).Single();
        await Accepted();
        var second = (await SealAll()).Single();

        second.No.Should().Be(2);
        second.Rows.Should().Be(2);
        second.Previous.Should().Equal(first.Hash);
        second.FromNo.Should().Be(first.ToNo);
    }

    [Fact]
    public async Task leaves_to_the_next_seal_whatever_a_transaction_under_way_may_still_commit()
    {
        await SealAll();
        await using var slow = new Npgsql.NpgsqlConnection(ConnectionString);
        await slow.OpenAsync(Cancel);
        await using var transaction = await slow.BeginTransactionAsync(Cancel);
        await using (var begin = new Npgsql.NpgsqlCommand("select transaction_no()", slow))
        {
            await begin.ExecuteScalarAsync(Cancel);
        }

        await Accepted();
        (await SealNow()).Should().BeEmpty();
        await transaction.CommitAsync(Cancel);

        (await SealAll()).Sum(seal => seal.Rows).Should().Be(2);
        (await Verify()).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task by_two_hosts_at_once_makes_one_chain()
    {
        for (var round = 0; round < 5; round++)
        {
            await Accepted();
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SealAll()));
        }

        var report = await Verify();

        report.Findings.Should().BeEmpty();
        report.UnsealedRows.Should().Be(0);
        report.Seals.Should().Be(5);
    }

    [Fact]
    public async Task is_green_while_steps_are_being_written()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    var accepted = await Accepted();
                    await Answer(accepted.OpenTasks[0], "Verified");
                }
            },
            Cancel)).ToList();
        var findings = new List<AuditFinding>();
        await SealAll();
        for (var round = 0; round < 20; round++)
        {
            await SealNow();
            await CopyOutside();
            findings.AddRange((await Verify()).Findings);
            findings.AddRange((await Verify(sinceSeal: 1)).Findings);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);

        findings.Should().BeEmpty();
    }

    [Fact]
    public async Task says_how_many_rows_no_seal_covers_yet()
    {
        await SealAll();
        await Accepted();

        var report = await Verify();

        report.UnsealedRows.Should().Be(2);
        report.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task since_a_seal_reads_only_what_came_after_it()
    {
        await SealAll();
        await Accepted();
        await SealAll();

        var report = await Verify(sinceSeal: 1);

        report.Rows.Should().Be(2);
        report.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task writes_outside_what_the_file_has_not_even_after_a_torn_line()
    {
        await SealAll();
        (await CopyOutside()).Should().Be(1);
        (await CopyOutside()).Should().Be(0);
        await File.AppendAllTextAsync(Outside, "{\"type\":\"seal\",\"cen", Cancel);
        await Accepted();
        await SealAll();

        (await CopyOutside()).Should().Be(1);

        var report = await Verify();
        report.SealsOutside.Should().Be(2);
        report.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task goes_on_after_the_database_was_restored_where_transactions_count_from_the_beginning()
    {
        await SealAll();
        await Run("update audit set transaction_no = transaction_no + 4000000000; update audit_seal set to_no = to_no + 4000000000");
        await Run($"update audit_seal set hash = {HashOfSeal}");
        await Run("update admin_event set transaction_no = transaction_no + 4000000000");

        await Services.Setup();
        await Accepted();

        (await SealAll()).Should().ContainSingle().Which.Rows.Should().Be(2);
    }
}
