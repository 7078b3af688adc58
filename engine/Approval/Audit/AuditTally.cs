using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What a verification has come to so far.</summary>
internal sealed class AuditTally(IProgress<long>? progress)
{
    private const string Numbers = "select centre_id, case_id, case_no from cases where case_id = any($1)";

    /// <summary>More findings than this are only counted.</summary>
    public const int MostFindings = 10_000;

    private readonly List<AuditFinding> findings = [];
    private long cases, rows, unsealed, unlisted;

    public int Seals { get; set; }

    public int SealsOutside { get; set; }

    public void Add(TrailPart part)
    {
        cases += part.Cases;
        rows += part.Rows;
        unsealed += part.UnsealedRows;
        unlisted += part.Unlisted;
        Find(part.Findings);
        progress?.Report(rows);
    }

    public void Find(IEnumerable<AuditFinding> more)
    {
        foreach (var finding in more)
        {
            if (findings.Count < MostFindings)
            {
                findings.Add(finding);
            }
            else
            {
                unlisted++;
            }
        }
    }

    public async Task<AuditReport> ReportAsync(NpgsqlDataSource database, bool hasOutside, CancellationToken cancel) => new(cases, rows, await NamedAsync(database, cancel))
    {
        Unlisted = unlisted,
        Seals = Seals,
        UnsealedRows = unsealed,
        SealsOutside = hasOutside ? SealsOutside : null,
    };

    /// <summary>With the numbers of the cases, as far as these are still there.</summary>
    private async Task<IReadOnlyList<AuditFinding>> NamedAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        if (findings.Count == 0)
        {
            return findings;
        }

        var numbers = new Dictionary<(int, Guid), string>();
        await using var command = database.CreateCommand(Numbers);
        command.Parameters.Add(Sql.Of([.. findings.Select(finding => finding.CaseId).OfType<Guid>().Distinct()]));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            numbers[(reader.GetInt32(0), reader.GetGuid(1))] = reader.GetString(2);
        }

        return [.. findings.Select(finding => finding.CaseId is { } id ? finding with { CaseNo = numbers.GetValueOrDefault((finding.CentreId, id)) } : finding)];
    }
}
