namespace ApprovalEngine.Approval.Audit;

/// <summary>What a verification has come to so far.</summary>
internal sealed class AuditTally(IProgress<long>? progress)
{
    private const int MostFindings = 10_000;
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

    public AuditReport Report(bool hasOutside) => new(cases, rows, findings)
    {
        Unlisted = unlisted, Seals = Seals, UnsealedRows = unsealed, SealsOutside = hasOutside ? SealsOutside : null,
    };
}
