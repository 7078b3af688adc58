using System.Buffers.Binary;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Rows of PostgreSQL's binary COPY as bytes, without an object for each value: texts are hashed exactly as they come. Fields must not
/// be null. The spans last until the next row.
/// </summary>
internal sealed class CopyRows(NpgsqlRawCopyStream stream, int columns) : IDisposable
{
    private const int HeaderBytes = 11 + 4 + 4;
    private readonly int[] starts = new int[columns];
    private readonly int[] lengths = new int[columns];
    private byte[] buffer = new byte[256 * 1024];
    private int row;
    private int at;
    private int end;
    private bool hasBegun;

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Next()
    {
        if (!hasBegun)
        {
            Take(HeaderBytes);
            hasBegun = true;
        }

        row = at;
        var fields = Take(2);
        if (BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(row + fields)) < 0)
        {
            return false;
        }

        for (var column = 0; column < columns; column++)
        {
            // Taken first: the buffer may move meanwhile.
            var length = Take(4);
            lengths[column] = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(row + length));
            starts[column] = Take(lengths[column]);
        }

        return true;
    }

    /// <summary>A field's bytes.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => buffer.AsSpan(row + starts[column], lengths[column]);

    /// <summary>The bytes of neighbouring fields, each with its length (four bytes, big-endian) before it.</summary>
    public ReadOnlySpan<byte> WithLengths(int first, int last) =>
        buffer.AsSpan(row + starts[first] - 4, starts[last] + lengths[last] - starts[first] + 4);

    /// <summary>A whole number.</summary>
    public int Int(int column) => BinaryPrimitives.ReadInt32BigEndian(Bytes(column));

    /// <summary>A large whole number; of an instant, microseconds since 2000.</summary>
    public long Long(int column) => BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    /// <summary>Makes sure of that many bytes more, and answers where they begin within the row.</summary>
    private int Take(int count)
    {
        while (end - at < count)
        {
            Fill(count);
        }

        at += count;
        return at - count - row;
    }

    private void Fill(int count)
    {
        var kept = end - row;
        if ((at - row) + count > buffer.Length)
        {
            var larger = new byte[Math.Max(2 * buffer.Length, (at - row) + count)];
            buffer.AsSpan(row, kept).CopyTo(larger);
            buffer = larger;
        }
        else
        {
            buffer.AsSpan(row, kept).CopyTo(buffer);
        }

        at -= row;
        row = 0;
        end = kept;
        var read = stream.Read(buffer.AsSpan(end));
        end += read > 0 ? read : throw new EndOfStreamException("The database ended a COPY in the middle of a row.");
    }
}
