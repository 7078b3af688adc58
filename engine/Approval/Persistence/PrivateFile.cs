namespace ApprovalEngine.Approval.Persistence;

/// <summary>Files with personal data: nobody but their owner may read them.</summary>
internal static class PrivateFile
{
    /// <summary>Begins a file anew.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mode">Whether there may be one already.</param>
    /// <param name="more">What else holds for it.</param>
    public static FileStream Create(string path, FileMode mode, FileOptions more = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 1 << 16, Options = more };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
