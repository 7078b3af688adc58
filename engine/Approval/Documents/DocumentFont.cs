namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// The fonts of issued documents: a TrueType file with Chinese characters, and one with Latin letters for what that does not have. Fonts with
/// PostScript outlines (Noto CJK) and collections cannot be put into a document. Where there is none, everything but the files of documents works.
/// </summary>
/// <param name="files">The files, the Chinese one first; none where there is none.</param>
public sealed class DocumentFont(params IReadOnlyList<string> files)
{
    /// <summary>What to do where there is none.</summary>
    public const string Advice = "Install a TrueType font with Chinese characters (Debian: fonts-droid-fallback, and fonts-dejavu-core for letters and digits), or name one in the setting Documents:Font.";

    /// <summary>Where Debian, Fedora, Arch and Alpine put Droid Sans Fallback.</summary>
    private static readonly string[] KnownPlaces =
    [
        "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", "/usr/share/fonts/truetype/droid/DroidSansFallback.ttf",
        "/usr/share/fonts/google-droid-sans-fonts/DroidSansFallbackFull.ttf", "/usr/share/fonts/google-droid/DroidSansFallbackFull.ttf",
        "/usr/share/fonts/droid/DroidSansFallbackFull.ttf", "/usr/share/fonts/TTF/DroidSansFallbackFull.ttf", "/usr/share/fonts/droid-nonlatin/DroidSansFallbackFull.ttf",
    ];

    /// <summary>Where Debian, Fedora and Arch put fonts with Latin letters.</summary>
    private static readonly string[] LatinPlaces =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf", "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf",
        "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf", "/usr/share/fonts/liberation-sans/LiberationSans-Regular.ttf", "/usr/share/fonts/TTF/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    ];

    /// <summary>The files, the Chinese one first.</summary>
    public IReadOnlyList<string> Files { get; } = files;

    /// <summary>Whether documents can be printed.</summary>
    public bool IsThere => Files.Count > 0;

    /// <summary>The font of this machine.</summary>
    /// <param name="setting">A file that somebody chose; it alone counts then.</param>
    /// <exception cref="InvalidDataException">The chosen file is no TrueType font.</exception>
    public static DocumentFont Find(string? setting)
    {
        var chosen = !string.IsNullOrWhiteSpace(setting);
        if (chosen && !IsTrueType(setting!))
        {
            throw new InvalidDataException($"Documents:Font names '{setting}', which is no file with a TrueType font (.ttf).");
        }

        var chinese = chosen ? setting : KnownPlaces.FirstOrDefault(IsTrueType);
        return chinese is null ? new DocumentFont() : new DocumentFont([chinese, .. LatinPlaces.Where(IsTrueType).Take(1)]);
    }

    private static bool IsTrueType(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            Span<byte> tag = stackalloc byte[4];
            stream.ReadExactly(tag);
            return tag.SequenceEqual("\0\u0001\0\0"u8) || tag.SequenceEqual("true"u8);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
