namespace ApprovalEngine.Host.Commands;

/// <summary>Files that a command is asked to write.</summary>
internal static class OutputFile
{
    /// <summary>Says before the work begins that a file could not be written. It is written beside and moved, so its folder is what counts.</summary>
    /// <exception cref="BadInputException">It could not.</exception>
    public static void Require(string file)
    {
        InputFile.RequireName(file);

        // Moving over a link or a device would put a file in its place, and write nothing to what it stands for.
        if (new FileInfo(file).LinkTarget is not null || Path.GetDirectoryName(Path.GetFullPath(file)) == "/dev")
        {
            throw BadInputException.In(file, null, "this is a link or a device; name an ordinary file.");
        }

        try
        {
            var trial = $"{file}.{Environment.ProcessId}.half";
            using (File.Create(trial))
            {
            }

            File.Delete(trial);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw BadInputException.In(file, null, failure is DirectoryNotFoundException ? "there is no such folder." : "it cannot be written here.");
        }
    }
}
