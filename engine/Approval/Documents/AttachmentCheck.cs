using System.IO.Compression;
using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Documents;

/// <summary>Says what a file is by its content and refuses all but a short list: what a browser could run never gets in.</summary>
public static class AttachmentCheck
{
    /// <summary>The largest file that is taken.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    private const int MaxNameLength = 200;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>The type of a file.</summary>
    /// <param name="fileName">For the message only.</param>
    /// <param name="content">The whole content.</param>
    /// <exception cref="RuleBrokenException">Empty, too large, or of a type that is not taken.</exception>
    public static AttachmentType TypeOf(string fileName, ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            throw new RuleBrokenException("FileEmpty", $"'{fileName}' is empty.", "file");
        }

        if (content.Length > MaxBytes)
        {
            throw new RuleBrokenException("FileTooLarge", $"'{fileName}' has {content.Length} bytes; at most {MaxBytes} are taken.", "file");
        }

        return BySignature(content.Span) ?? ByPackage(content) ?? throw new RuleBrokenException(
            "FileTypeNotAllowed", $"By its content '{fileName}' is none of the types that are taken: PDF, PNG, JPEG, TIFF, OFD, or Word and Excel without macros.", "file");
    }

    /// <summary>A file's own name without folders and control characters.</summary>
    /// <exception cref="RuleBrokenException">Nothing is left, or it is too long.</exception>
    public static string NameOf(string fileName)
    {
        var name = new string([.. fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter))]).Trim();
        return name.Length is > 0 and <= MaxNameLength
            ? name
            : throw new RuleBrokenException("FileNameInvalid", $"A file needs a name of 1 to {MaxNameLength} characters.", "fileName");
    }

    private static AttachmentType? BySignature(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? AttachmentType.Pdf
        : content.StartsWith(PngSignature) ? AttachmentType.Png
        : content.StartsWith(JpegSignature) ? AttachmentType.Jpeg
        : content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8) ? AttachmentType.Tiff
        : null;

    private static AttachmentType? ByPackage(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.StartsWith("PK\u0003\u0004"u8))
        {
            return null;
        }

        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var package = new ZipArchive(stream, ZipArchiveMode.Read);
            var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return names.Contains("OFD.xml") ? AttachmentType.Ofd
                : names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : names.Contains("word/document.xml") ? AttachmentType.Word
                : names.Contains("xl/workbook.xml") ? AttachmentType.Excel
                : null;
        }
        catch (InvalidDataException)
        {
            // Begins like a package but is none: not one of ours.
            return null;
        }
    }
}
