using Npgsql;

namespace Approval.Tests.Persistence;

public sealed class The_audit_trail(PostgresServer server) : DatabaseTest(server)
{
    [Fact]
    public async Task is_kept_by_the_month_in_which_a_case_began()
    {
        await Execute("select ensure_audit_partition('2026-05-20')");
        var inMay = Guid.CreateVersion7(new DateTimeOffset(2026, 5, 31, 23, 59, 59, TimeSpan.Zero));
        var longAgo = Guid.CreateVersion7(new DateTimeOffset(2010, 10, 4, 8, 0, 0, TimeSpan.Zero));
        foreach (var id in new[] { inMay, longAgo })
        {
            await Execute($"insert into audit values (1, '{id}', 1, now(), 'a', 'b', '', '', '')");
        }

        (await Scalar($"select tableoid::regclass::text from audit where case_id = '{inMay}'")).Should().Be("audit_2026_05");
        (await Scalar($"select tableoid::regclass::text from audit where case_id = '{longAgo}'")).Should().Be("audit_rest");
    }

    [Fact]
    public async Task leaves_a_month_of_the_past_where_its_cases_stand()
    {
        await Execute($"insert into audit values (1, '{Guid.CreateVersion7(new DateTimeOffset(2010, 10, 4, 8, 0, 0, TimeSpan.Zero))}', 1, now(), 'a', 'b', '', '', '')");

        (await Scalar("select ensure_audit_partition('2010-10-01')")).Should().Be(false);
        (await Scalar("select ensure_audit_partition('2010-11-01')")).Should().Be(true);
    }

    [Fact]
    public async Task takes_a_key_once() =>
        await FluentActions.Awaiting(async () =>
        {
            var id = Guid.CreateVersion7();
            await Execute($"insert into audit values (1, '{id}', 1, now(), 'a', 'b', '', '', '')");
            await Execute($"insert into audit values (1, '{id}', 1, now(), 'a', 'c', '', '', '')");
        }).Should().ThrowAsync<PostgresException>().Where(error => error.SqlState == PostgresErrorCodes.UniqueViolation);

    private async Task Execute(string sql) => await Scalar(sql);

    private async Task<object?> Scalar(string sql)
    {
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
