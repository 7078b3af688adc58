namespace ApprovalEngine.Approval.Persistence;

/// <summary>Writes files that appear under their name only when they are whole.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the file and puts it in its place at the end; where that fails, what stood there before still stands and nothing is left behind.</summary>
    /// <param name="file">Where to; an older file of that name is replaced.</param>
    /// <param name="write">Writes to the path that it is given.</param>
    public static async Task<T> WriteAsync<T>(string file, Func<string, Task<T>> write)
    {
        var half = $"{file}.{Environment.ProcessId}.half";
        try
        {
            var written = await write(half);
            File.Move(half, file, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(half);
        }
    }
}
