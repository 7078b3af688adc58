namespace ApprovalEngine.Host.Commands;

/// <summary>Files named on the command line.</summary>
internal static class InputFile
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="BadInputException">It is missing or may not be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw BadInputException.In(file, null, failure is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : failure.Message);
        }
    }
}
