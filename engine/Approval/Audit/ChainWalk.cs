using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Walks the rows of one case in order of their own numbers and says where the chain breaks.</summary>
internal sealed class ChainWalk(int centreId, Guid caseId, string? caseNo, int? version, byte[]? headHash)
{
    private readonly List<AuditFinding> findings = [];
    private byte[] previous = AuditChain.Origin.ToArray();
    private int seen;

    public (int CentreId, Guid CaseId) Key => (centreId, caseId);

    public void Next(TrailRow row)
    {
        if (row.Seq > seen + 1)
        {
            Find(seen + 1, AuditFault.Deleted, row.Seq == seen + 2 ? $"row {seen + 1} is missing" : $"rows {seen + 1} to {row.Seq - 1} are missing");
        }
        else if (!row.PrevHash.AsSpan().SequenceEqual(previous))
        {
            Find(row.Seq, AuditFault.Swapped, $"row {row.Seq} is not chained to row {row.Seq - 1}");
        }

        var hash = AuditChain.Hash(row.PrevHash.Length == SHA256.HashSizeInBytes ? row.PrevHash : AuditChain.Origin.Span, centreId, caseId, row.Seq, row.At, row.Actor, row.Act, row.Payload);
        if (!hash.AsSpan().SequenceEqual(row.Hash))
        {
            Find(row.Seq, AuditFault.Changed, $"row {row.Seq} was changed: its content does not give its hash");
        }

        previous = row.Hash;
        seen = row.Seq;
    }

    public IReadOnlyList<AuditFinding> End()
    {
        if (version is null)
        {
            Find(seen, AuditFault.CaseMissing, "the trail's case is missing");
        }
        else if (seen != version)
        {
            Find(Math.Min(seen, version.Value) + 1, AuditFault.CutOff, $"the trail ends at row {seen}, the case stands at {version}");
        }
        else if (!previous.AsSpan().SequenceEqual(headHash))
        {
            Find(seen, AuditFault.CutOff, $"row {seen} is not the head that the case row names");
        }

        return findings;
    }

    private void Find(int seq, AuditFault kind, string message) => findings.Add(new AuditFinding(centreId, caseId, caseNo, seq, kind, message));
}
