namespace ApprovalEngine.Host.Commands;

/// <summary>Files that a command is asked to write.</summary>
internal static class OutputFile
{
    /// <summary>Says before the work begins that a file could not be written. It is written beside and moved, so its folder is what counts.</summary>
    /// <exception cref="BadInputException">It could not.</exception>
    public static void Require(string file)
    {
        InputFile.RequireName(file);

        // Moving over a link would replace the link, not what it leads to.
        if (new FileInfo(file).LinkTarget is not null)
        {
            throw BadInputException.In(file, null, "this is a link; name the file itself.");
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
