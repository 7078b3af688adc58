using System.IO.Compression;

namespace ApprovalEngine.Host.Commands;

/// <summary>Files named on the command line.</summary>
internal static class InputFile
{
    /// <summary>The text of a file, unpacked where its name ends in .gz.</summary>
    /// <exception cref="BadInputException">It is missing or may not be read.</exception>
    public static string Read(string file)
    {
        try
        {
            if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                return File.ReadAllText(file);
            }

            using var unpacked = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            return unpacked.ReadToEnd();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw BadInputException.In(file, null, failure is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : failure.Message);
        }
    }
}
