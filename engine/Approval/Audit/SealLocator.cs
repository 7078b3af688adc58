using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Names the rows by which a seal no longer fits, from its own list of what it covered.</summary>
internal static class SealLocator
{
    /// <summary>The rows that differ; a finding about the seal itself when its list does not show them.</summary>
    public static async Task<IReadOnlyList<AuditFinding>> FindAsync(NpgsqlConnection connection, Seal seal, CancellationToken cancel)
    {
        var contents = await SealStore.ContentsAsync(connection, seal, cancel) ?? [];
        var differing = new List<(Guid CaseId, int Seq, AuditFault Kind)>();
        using (var expected = SealContents.Read(contents).GetEnumerator())
        {
            var hasExpected = expected.MoveNext();
            void Missing(Func<SealedRow, bool> isBefore)
            {
                for (; hasExpected && isBefore(expected.Current); hasExpected = expected.MoveNext())
                {
                    differing.Add((expected.Current.CaseId, expected.Current.Seq, AuditFault.Deleted));
                }
            }

            void Compare(Guid caseId, int seq, byte[] hash)
            {
                Missing(row => Order(row.CaseId, row.Seq, caseId, seq) < 0);
                if (!hasExpected || Order(expected.Current.CaseId, expected.Current.Seq, caseId, seq) > 0)
                {
                    differing.Add((caseId, seq, AuditFault.Added));
                    return;
                }

                if (!hash.AsSpan().StartsWith(expected.Current.Mark.Span))
                {
                    differing.Add((caseId, seq, AuditFault.Rewritten));
                }

                hasExpected = expected.MoveNext();
            }

            await SealedRows.EachAsync(connection, seal.CentreId, seal.FromNo, seal.ToNo, Compare, cancel);
            Missing(_ => true);
        }

        return contents.Length == 0 || differing.Count == 0
            ? [new AuditFinding(seal.CentreId, null, null, null, AuditFault.SealChanged, $"the rows that seal {seal.No} covers do not give its root", seal.No)]
            : [.. differing.Select(row => new AuditFinding(seal.CentreId, row.CaseId, null, row.Seq, row.Kind, Message(row.Seq, row.Kind, seal.No), seal.No))];
    }

    private static string Message(int seq, AuditFault kind, int sealNo) => kind switch
    {
        AuditFault.Deleted => $"row {seq} was sealed by seal {sealNo} and is missing",
        AuditFault.Added => $"row {seq} stands among the rows of seal {sealNo}, but was not sealed by it",
        _ => $"row {seq} is not the one that seal {sealNo} sealed",
    };

    /// <summary>The database's own order of ids, which is that of their bytes, then of rows.</summary>
    private static int Order(Guid left, int leftSeq, Guid right, int rightSeq)
    {
        Span<byte> one = stackalloc byte[16], other = stackalloc byte[16];
        left.TryWriteBytes(one, bigEndian: true, out _);
        right.TryWriteBytes(other, bigEndian: true, out _);
        var order = one.SequenceCompareTo(other);
        return order != 0 ? order : leftSeq.CompareTo(rightSeq);
    }
}
