using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ApprovalEngine.Approval.Audit;

/// <summary>A seal as a line of JSON: in the file outside the database, and in exports.</summary>
internal static class SealLine
{
    /// <summary>The type by which the line is known.</summary>
    public const string Type = "seal";

    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>An instant in whole microseconds.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    /// <summary>The line, without its end.</summary>
    public static string Write(Seal seal)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", Type);
            json.WriteNumber("centre", seal.CentreId);
            json.WriteNumber("no", seal.No);
            json.WriteString("at", Instant(seal.At));
            json.WriteNumber("fromNo", seal.FromNo);
            json.WriteNumber("toNo", seal.ToNo);
            json.WriteNumber("rows", seal.Rows);
            json.WriteString("root", Convert.ToHexStringLower(seal.Root));
            json.WriteNumber("events", seal.Events);
            json.WriteString("eventsRoot", Convert.ToHexStringLower(seal.EventsRoot));
            json.WriteString("previous", Convert.ToHexStringLower(seal.Previous));
            json.WriteString("hash", Convert.ToHexStringLower(seal.Hash));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The seal of a line; null when it is none, as a line that a crash tore.</summary>
    public static Seal? Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var json = document.RootElement;
            return new Seal(
                json.GetProperty("centre").GetInt32(), json.GetProperty("no").GetInt32(),
                DateTimeOffset.ParseExact(json.GetProperty("at").GetString()!, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                json.GetProperty("fromNo").GetInt64(), json.GetProperty("toNo").GetInt64(), json.GetProperty("rows").GetInt32(), Hex(json, "root"),
                json.GetProperty("events").GetInt32(), Hex(json, "eventsRoot"), Hex(json, "previous"), Hex(json, "hash"));
        }
        catch (Exception torn) when (torn is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentNullException)
        {
            return null;
        }
    }

    private static byte[] Hex(JsonElement json, string name) => Convert.FromHexString(json.GetProperty(name).GetString()!);
}
