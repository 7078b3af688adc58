using Approval.Tests.Imports;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace Approval.Tests.Cases;

public sealed class Replaying_a_trail(ImportedPermitLog log) : IClassFixture<ImportedPermitLog>
{
    [Fact]
    public async Task of_every_case_of_the_permit_log_gives_its_stored_state() =>
        (await Replayed(log.Services)).Should().Be(1434);

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
