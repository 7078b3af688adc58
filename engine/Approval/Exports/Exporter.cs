using System.Runtime.CompilerServices;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Exports;

namespace ApprovalEngine.Approval.Exports;

/// <summary>
/// Takes lists out, all rows of them, page by page by their keys: neither memory nor a transaction grows with the rows. The file is a temporary
/// one and goes when its stream is closed. That it was taken is recorded before it is handed out.
/// </summary>
public sealed class Exporter(EventLog events)
{
    /// <summary>So many rows are put in an order of the screen's own: it goes by what things are called in the reader's language, which the database does not know.</summary>
    public const int MostSorted = 50_000;

    /// <summary>How often progress is told.</summary>
    private const int RowsBetweenWords = 1_000;

    /// <summary>Writes the file.</summary>
    /// <typeparam name="TRow">A row of the list.</typeparam>
    /// <param name="access">Who takes it.</param>
    /// <param name="list">Which list.</param>
    /// <param name="format">As what.</param>
    /// <param name="tell">Hears how far it has come, first with no rows at all.</param>
    /// <param name="cancel">Gives up; then nothing was taken and nothing is recorded.</param>
    public async Task<FileStream> WriteAsync<TRow>(Access access, ListExport<TRow> list, ExportFormat format, Func<ExportProgress, Task> tell, CancellationToken cancel)
    {
        RequireReason(list.Reason);
        var all = list.Count is null ? (long?)null : await list.Count(cancel);

        // The first page before the first word: who may not read the list, or asks for what there is not, is told so and nothing else.
        var first = await list.Read(null, Cases.Cursor.MaxTake, cancel);
        var file = PrivateFile.Create(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.export"), FileMode.CreateNew, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            var (written, headings) = (0L, Apart([.. list.Columns.Select(column => column.Heading)]));
            await tell(new ExportProgress(0, all));
            await (format == ExportFormat.Csv ? CsvSheet.WriteAsync(file, headings, Rows(cancel), cancel) : XlsxSheet.WriteAsync(file, list.Title, headings, Rows(cancel), all, cancel));
            await events.RecordAsync(access.CentreId, access.UserName, EventAct.ListExported, list.Name, new { format, rows = written, list.Filter, list.Reason }, cancel);

            async IAsyncEnumerable<object?[]> Rows([EnumeratorCancellation] CancellationToken stop)
            {
                for (var page = first; ; page = await list.Read(page.Next, Cases.Cursor.MaxTake, stop))
                {
                    foreach (var row in page.Items)
                    {
                        yield return [.. list.Columns.Select(column => column.Cell(row))];
                        if (++written % RowsBetweenWords == 0)
                        {
                            await tell(new ExportProgress(written, all));
                        }
                    }

                    if (page.Next is null)
                    {
                        yield break;
                    }
                }
            }
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Two people or units may be called the same; a heading stands once.</summary>
    private static string[] Apart(string[] headings) =>
        [.. headings.Select((heading, at) => headings.Take(at).Count(earlier => earlier == heading) is > 0 and var times ? $"{heading} ({times + 1})" : heading)];

    private static void RequireReason(string? reason)
    {
        if (reason is not null && reason.Trim().Length is 0 or > Cases.Texts.Long)
        {
            throw new RuleBrokenException("ReasonMissing", $"Numbers are taken out in full for a reason of 1 to {Cases.Texts.Long} characters.", "reason");
        }
    }
}
