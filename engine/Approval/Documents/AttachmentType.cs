namespace ApprovalEngine.Approval.Documents;

/// <summary>A type of file that is taken; found from the content, never from the name.</summary>
/// <param name="MediaType">As it is served.</param>
/// <param name="Extension">With the dot, for downloads.</param>
/// <param name="IsPreviewed">Whether a browser may show it (sandboxed); everything else is a download.</param>
public sealed record AttachmentType(string MediaType, string Extension, bool IsPreviewed)
{
    /// <summary>PDF.</summary>
    public static AttachmentType Pdf { get; } = new("application/pdf", ".pdf", true);

    /// <summary>PNG.</summary>
    public static AttachmentType Png { get; } = new("image/png", ".png", true);

    /// <summary>JPEG.</summary>
    public static AttachmentType Jpeg { get; } = new("image/jpeg", ".jpg", true);

    /// <summary>TIFF, as scanners make it.</summary>
    public static AttachmentType Tiff { get; } = new("image/tiff", ".tif", false);

    /// <summary>Word, without macros.</summary>
    public static AttachmentType Word { get; } = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false);

    /// <summary>Excel, without macros.</summary>
    public static AttachmentType Excel { get; } = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", false);

    /// <summary>OFD, the national format for fixed-layout documents (GB/T 33190).</summary>
    public static AttachmentType Ofd { get; } = new("application/ofd", ".ofd", false);

    /// <summary>All that are taken.</summary>
    public static IReadOnlyList<AttachmentType> All { get; } = [Pdf, Png, Jpeg, Tiff, Word, Excel, Ofd];
}
