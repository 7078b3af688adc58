using Approval.Tests.Demo;
using Approval.Tests.Imports;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Demo;
using Npgsql;

namespace Approval.Tests.Cases;

public sealed class Replaying_a_trail(ImportedPermitLog log, PostgresServer server) : IClassFixture<ImportedPermitLog>
{
    [Fact]
    public async Task of_every_case_of_the_permit_log_gives_its_stored_state() =>
        (await Replayed(log.Services)).Should().Be(1434);

    [Fact]
    public async Task of_every_case_of_a_demo_month_gives_its_stored_state()
    {
        await using var services = await SmallCentre.Build(await server.NewDatabase(), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await services.Get<DemoCentre>().Fill(new DemoOptions(Seed: 7, Cases: 150), null, CancellationToken.None);

        (await Replayed(services)).Should().BePositive();
    }

    /// <summary>Throws at the first case whose trail leads elsewhere.</summary>
    private static async Task<int> Replayed(TestServices services)
    {
        var cases = new List<Guid>();
        await using (var command = services.Get<NpgsqlDataSource>().CreateCommand("select case_id from cases order by case_id"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                cases.Add(reader.GetGuid(0));
            }
        }

        foreach (var caseId in cases)
        {
            await services.Get<CaseHistory>().ReplayAsync(1, caseId, CancellationToken.None);
        }

        return cases.Count;
    }
}
