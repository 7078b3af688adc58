using System.Globalization;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>Copies of a template case, written by COPY: each with an id, a number and a chained trail of its own.</summary>
internal sealed class CaseCopies
{
    private readonly CaseTemplate template;
    private readonly Guid[] applicants;
    private readonly Guid[] ids;
    private readonly string[] numbers;
    private readonly byte[][] heads;
    private readonly string head;

    private CaseCopies(CaseTemplate template, int count, Guid[] applicants)
    {
        (this.template, this.applicants) = (template, applicants);
        var run = Guid.NewGuid().ToString("N")[..6].ToUpperInvariant();
        var at = template.Trail[0].At;
        ids = [.. Enumerable.Range(0, count).Select(_ => CaseIds.New(at))];
        numbers = [.. Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{template.CaseNo}-{run}-{i}"))];
        heads = [.. ids.Select(id => Trail(id).Last().Hash)];
        head = Hex(template.Trail[^1].Hash);
    }

    /// <summary>Writes so many copies.</summary>
    /// <param name="source">The database.</param>
    /// <param name="template">What is copied.</param>
    /// <param name="count">How many.</param>
    /// <param name="applicants">Whose they are, in turn.</param>
    /// <returns>The copies' open tasks; empty for closed ones.</returns>
    public static async Task<Guid[]> WriteAsync(NpgsqlDataSource source, CaseTemplate template, int count, Guid[] applicants)
    {
        var copies = new CaseCopies(template, count, applicants);
        await Task.WhenAll([BulkCopy.WriteAsync(source, "audit (centre_id, case_id, seq, at, actor, act, payload, prev_hash, hash)", copies.TrailLines()),
            .. template.Tables.Select(table => BulkCopy.WriteAsync(source, $"{table.Table} ({table.Columns})", copies.Lines(table)))]);
        return template.OpenTask is { } task ? [.. copies.ids.Select(id => CaseIds.Task(id, task))] : [];
    }

    private IEnumerable<string> Lines(TemplateRows table)
    {
        var (original, applicant) = (template.CaseId.ToString(), template.ApplicantId.ToString());
        for (var i = 0; i < ids.Length; i++)
        {
            foreach (var line in table.Lines)
            {
                yield return line.Replace(original, ids[i].ToString(), StringComparison.Ordinal)
                    .Replace(applicant, applicants[i % applicants.Length].ToString(), StringComparison.Ordinal)
                    .Replace(template.CaseNo, numbers[i], StringComparison.Ordinal).Replace(head, Hex(heads[i]), StringComparison.Ordinal);
            }
        }
    }

    private IEnumerable<string> TrailLines() => ids.SelectMany(Trail).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.CentreId}\t{row.CaseId}\t{row.Seq}\t{row.At:O}\t{Escaped(row.Actor)}\t{Escaped(row.Act)}\t{Escaped(row.Payload)}\t{Hex(row.PrevHash)}\t{Hex(row.Hash)}"));

    private IEnumerable<TrailRow> Trail(Guid id)
    {
        var previous = AuditChain.Origin.ToArray();
        foreach (var row in template.Trail)
        {
            var copy = AuditChain.Append(row.CentreId, id, row.Seq, row.At, row.Actor, row.Act, row.Payload, previous);
            previous = copy.Hash;
            yield return copy;
        }
    }

    private static string Hex(byte[] bytes) => @"\\x" + Convert.ToHexStringLower(bytes);

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\r", @"\r", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal);
}
