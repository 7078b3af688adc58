using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// Which characters a TrueType font has: Droid Sans Fallback, for one, has no Latin letters and no digits. Read from the font's own table
/// (OpenType, "cmap", format 4, which every font for Unicode has).
/// </summary>
internal sealed class FontCoverage
{
    private static readonly ConcurrentDictionary<string, FontCoverage> Known = new();

    private readonly List<(ushort First, ushort Last)> ranges = [];

    private FontCoverage(string file, ReadOnlySpan<byte> font)
    {
        File = file;
        var table = Table(font, "cmap"u8);
        var count = table.IsEmpty ? 0 : Short(table, 2);
        for (var i = 0; i < count; i++)
        {
            var format = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[(8 + (8 * i))..])..];
            if (Short(format, 0) == 4)
            {
                Read(format);
            }
        }
    }

    /// <summary>The font.</summary>
    public string File { get; }

    /// <summary>What a font has.</summary>
    public static FontCoverage Of(string file) => Known.GetOrAdd(file, path => new FontCoverage(path, System.IO.File.ReadAllBytes(path)));

    /// <summary>Whether it has a character; of those beyond the basic plane it is not asked.</summary>
    public bool Has(char character) => ranges.Exists(range => range.First <= character && character <= range.Last);

    private void Read(ReadOnlySpan<byte> format)
    {
        var segments = Short(format, 6) / 2;
        for (var i = 0; i < segments; i++)
        {
            var (last, first) = (Short(format, 14 + (2 * i)), Short(format, 16 + (2 * segments) + (2 * i)));
            if (first != ushort.MaxValue)
            {
                ranges.Add((first, last));
            }
        }
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        for (int i = 0, at = 12; i < Short(font, 4); i++, at += 16)
        {
            if (font.Slice(at, 4).SequenceEqual(tag))
            {
                return font[(int)BinaryPrimitives.ReadUInt32BigEndian(font[(at + 8)..])..];
            }
        }

        return [];
    }

    private static ushort Short(ReadOnlySpan<byte> from, int at) => BinaryPrimitives.ReadUInt16BigEndian(from[at..]);
}
