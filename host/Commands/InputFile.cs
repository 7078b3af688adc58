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
            using var content = Open(file);
            using var text = new StreamReader(
                file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(content, CompressionMode.Decompress) : content);
            return text.ReadToEnd();
        }
        catch (InvalidDataException fault)
        {
            throw BadInputException.In(file, null, fault.Message);
        }
    }

    /// <summary>All bytes of a file, as they are.</summary>
    /// <exception cref="BadInputException">It is missing or may not be read.</exception>
    public static byte[] Bytes(string file)
    {
        using var content = Open(file);
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="BadInputException">It is missing or may not be read.</exception>
    public static Stream Open(string file)
    {
        RequireName(file);
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw BadInputException.In(file, null, failure is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : failure.Message);
        }
    }

    /// <summary>What is named must be able to be a file.</summary>
    /// <exception cref="BadInputException">It is nothing, or a folder.</exception>
    public static void RequireName(string file)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            throw new BadInputException("The name of a file is empty.");
        }

        if (Directory.Exists(file))
        {
            throw BadInputException.In(file, null, "this is a folder; name a file in it.");
        }
    }
}
