using MiniExcelLibs;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Spreadsheets (xlsx) in temporary files that go when their streams are closed.</summary>
internal static class SheetFiles
{
    /// <summary>Writes rows as they come; the stream stands at its beginning.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="rows">Values by their headings: what MiniExcel takes as rows.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Stream> Of(string name, object rows, CancellationToken cancel)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await file.SaveAsAsync(rows, sheetName: name, cancellationToken: cancel);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return file;
    }
}
