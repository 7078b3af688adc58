using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Writes lines of JSON into a stream and counts them by type.</summary>
internal sealed class ExportLines(Stream target) : IAsyncDisposable
{
    private const int Full = 64 * 1024;

    // Names and opinions stay readable in the file; it is never put into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream buffer = new();
    private readonly Dictionary<string, long> counts = [];

    /// <summary>Writes a line of a type.</summary>
    public async ValueTask WriteAsync(string type, Action<Utf8JsonWriter> fields, CancellationToken cancel)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            fields(json);
            json.WriteEndObject();
        }

        counts[type] = counts.GetValueOrDefault(type) + 1;
        await EndLineAsync(cancel);
    }

    /// <summary>Writes a seal's line, which is the same as in the file outside the database.</summary>
    public async ValueTask WriteAsync(Seal seal, CancellationToken cancel)
    {
        buffer.Write(System.Text.Encoding.UTF8.GetBytes(SealLine.Write(seal)));
        counts[SealLine.Type] = counts.GetValueOrDefault(SealLine.Type) + 1;
        await EndLineAsync(cancel);
    }

    /// <summary>The last line: how many there were of each type, so that a file that was cut off shows it.</summary>
    public ValueTask EndAsync(CancellationToken cancel)
    {
        var totals = new Dictionary<string, long>(counts);
        return WriteAsync(
            "end",
            json =>
            {
                foreach (var (type, count) in totals)
                {
                    json.WriteNumber(type, count);
                }
            },
            cancel);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None);
        await buffer.DisposeAsync();
    }

    private async ValueTask EndLineAsync(CancellationToken cancel)
    {
        buffer.WriteByte((byte)'\n');
        if (buffer.Length >= Full)
        {
            await FlushAsync(cancel);
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await target.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        buffer.SetLength(0);
    }
}
