using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

// Checks an export of `approval audit export` (JSON lines) with nothing of the product: whoever doubts it reads this one file.
// --seals: the file of seals that was kept outside the database; --last: the hash of a seal that was kept, for instance on a printed report.
// Prints what is wrong, a line each; exit code 1 when something is, 2 when the export cannot be read.
if (args.Length == 0 || !File.Exists(args[0]))
{
    Console.Error.WriteLine("AuditVerifier EXPORT [--seals FILE] [--last HASH]");
    return 2;
}

var check = new Check();
try
{
    foreach (var line in File.ReadLines(args[0]))
    {
        using var json = JsonDocument.Parse(line);
        check.Line(json.RootElement);
    }

    check.End(Option("--seals"), Option("--last"));
}
catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
{
    check.Require(false, $"the export cannot be read further: {unreadable.Message}");
}

Console.WriteLine($"{check.Count("row")} rows, {check.Count("event")} events, {check.Count("seal")} seals, {check.Unsealed} rows not sealed yet, {check.Findings} findings");
return check.Findings == 0 ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and > 0 && at + 1 < args.Length ? args[at + 1] : null;

/// <summary>One pass over an export.</summary>
internal sealed class Check
{
    private readonly Dictionary<string, long> counts = [];
    private readonly Dictionary<int, JsonElement> seals = [];
    private readonly Dictionary<(string Type, int Seal), List<byte[]>> leaves = [];
    private readonly HashSet<string> finished = [];
    private JsonElement? export;
    private (string Case, int Seq, string Hash)? row;
    private bool hasEnd;

    public int Findings { get; private set; }
    public long Unsealed { get; private set; }
    private int Centre => export!.Value.GetProperty("centre").GetInt32();
    private bool IsOneCase => export!.Value.GetProperty("isOneCase").GetBoolean();
    private int SinceSeal => export!.Value.GetProperty("sinceSeal").GetInt32();
    public long Count(string type) => counts.GetValueOrDefault(type);

    public void Line(JsonElement line)
    {
        var type = Text(line, "type");
        Require(!hasEnd, "something follows the end");
        switch (type)
        {
            case "export": export = line.Clone(); break;
            case "seal": Seal(line.Clone()); break;
            case "row": Row(line); break;
            case "head": Head(line); break;
            case "event": Event(line); break;
            case "end": Ended(line); return;
            default: throw new FormatException($"{type} is no type of line");
        }

        counts[type] = Count(type) + 1;
    }

    public void End(string? sealFile, string? last)
    {
        Require(hasEnd, "the export is cut off: its last line is missing");
        Require(row is null, $"case {row?.Case}: its head is missing");
        foreach (var (no, seal) in IsOneCase ? [] : seals)
        {
            Tree(no, "row", seal.GetProperty("rows").GetInt32(), Text(seal, "root"));
            Tree(no, "event", seal.GetProperty("events").GetInt32(), Text(seal, "eventsRoot"));
        }

        foreach (var kept in sealFile is null ? [] : File.ReadLines(sealFile).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var no = kept.GetProperty("no").GetInt32();
            if (kept.GetProperty("centre").GetInt32() == Centre && no > SinceSeal && (!IsOneCase || seals.ContainsKey(no)))
            {
                Require(seals.TryGetValue(no, out var same) && Text(same, "hash") == Text(kept, "hash"), $"seal {no} is not the one that was kept outside the database");
            }
        }

        Require(last is null || seals.Values.Any(seal => Text(seal, "hash") == last), "the seal whose hash was kept is not in the export");
    }

    private void Seal(JsonElement seal)
    {
        var no = seal.GetProperty("no").GetInt32();
        var (lastNo, lastHash) = seals.TryGetValue(no - 1, out var before) ? (no - 1, Text(before, "hash")) : (SinceSeal, Text(export!.Value, "after"));
        Require(IsOneCase || (lastNo == no - 1 && Text(seal, "previous") == lastHash), $"seal {no} does not follow seal {no - 1}");
        var hash = Hash(
            Hex(seal, "previous"), Number(Centre), Number(no), Number(Microseconds(seal)), Number(seal.GetProperty("fromNo").GetInt64()), Number(seal.GetProperty("toNo").GetInt64()),
            Number(seal.GetProperty("rows").GetInt32()), Hex(seal, "root"), Number(seal.GetProperty("events").GetInt32()), Hex(seal, "eventsRoot"));
        Require(hash == Text(seal, "hash"), $"seal {no} does not give its hash");
        seals[no] = seal;
    }

    private void Row(JsonElement line)
    {
        var (id, seq) = (Text(line, "case"), line.GetProperty("seq").GetInt32());
        var place = $"case {line.GetProperty("caseNo").GetString() ?? id} row {seq}";
        if (row is { } before && before.Case == id)
        {
            Require(seq == before.Seq + 1 && Text(line, "previous") == before.Hash, $"{place} does not follow row {before.Seq}");
        }
        else
        {
            Require(row is null, $"case {row?.Case}: its head is missing");
            Require(finished.Add(id), $"{place} stands apart from the other rows of its case");
            Require(SinceSeal > 0 || (seq == 1 && Hex(line, "previous").All(value => value == 0)), $"{place} is the first, but not the beginning of its chain");
        }

        var hash = Hash(Hex(line, "previous"), Number(Centre), new Guid(id).ToByteArray(bigEndian: true), Number(seq), Number(Microseconds(line)), Sized(line, "actor"), Sized(line, "act"), Sized(line, "payload"));
        Require(hash == Text(line, "hash"), $"{place} does not give its hash");
        Leaf(line, "row", Text(line, "hash"));
        if (line.TryGetProperty("proof", out var proof) && line.GetProperty("seal").ValueKind == JsonValueKind.Number)
        {
            var root = proof.EnumerateArray().Aggregate(Hex(line, "hash"), (node, step) => step.TryGetProperty("left", out _) ? Node(Hex(step, "left"), node) : Node(node, Hex(step, "right")));
            Require(seals.TryGetValue(line.GetProperty("seal").GetInt32(), out var seal) && Text(seal, "root") == Convert.ToHexStringLower(root), $"{place} does not lead to the root of its seal");
        }

        row = (id, seq, Text(line, "hash"));
    }

    private void Head(JsonElement line)
    {
        Require(row == (Text(line, "case"), line.GetProperty("seq").GetInt32(), Text(line, "hash")), $"case {line.GetProperty("caseNo").GetString()}: its trail does not end where the case stands");
        row = null;
    }

    private void Event(JsonElement line) => Leaf(line, "event", Hash(
        Number(Centre), Number(line.GetProperty("no").GetInt64()), Number(Microseconds(line)), Sized(line, "actor"), Sized(line, "act"), Sized(line, "subject"), Sized(line, "payload")));

    private void Ended(JsonElement end)
    {
        hasEnd = true;
        var told = end.EnumerateObject().Where(count => count.Name != "type").ToDictionary(count => count.Name, count => count.Value.GetInt64());
        Require(told.Count == counts.Count && told.All(count => Count(count.Key) == count.Value), "the export does not hold as many lines as its end says");
    }

    private void Leaf(JsonElement line, string type, string hash)
    {
        if (line.GetProperty("seal").ValueKind == JsonValueKind.Null)
        {
            Unsealed += type == "row" ? 1 : 0;
            return;
        }

        var key = (type, line.GetProperty("seal").GetInt32());
        (leaves.TryGetValue(key, out var known) ? known : leaves[key] = []).Add(Convert.FromHexString(hash));
        Require(seals.ContainsKey(key.Item2), $"seal {key.Item2} is not in the export");
    }

    private void Tree(int no, string type, int count, string root)
    {
        var found = leaves.GetValueOrDefault((type, no), []);
        Require(found.Count == count && Convert.ToHexStringLower(Root(found, 0, count)) == root, $"seal {no} does not fit its {count} {type}s, of which the export holds {found.Count}");
    }

    /// <summary>The tree of RFC 6962: the left part is the largest full one that leaves something to the right.</summary>
    private static byte[] Root(List<byte[]> leaves, int from, int count)
    {
        if (count <= 1)
        {
            return count == 1 ? leaves[from] : SHA256.HashData([]);
        }

        var left = (int)BitOperations.RoundUpToPowerOf2((uint)count) / 2;
        return Node(Root(leaves, from, left), Root(leaves, from + left, count - left));
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
    private static string Hash(params byte[][] fields) => Convert.ToHexStringLower(SHA256.HashData([.. fields.SelectMany(field => field)]));
    private static byte[] Number(long value) => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(value));
    private static byte[] Number(int value) => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(value));
    private static byte[] Sized(JsonElement line, string name) => Encoding.UTF8.GetBytes(Text(line, name)) is var text ? [.. Number(text.Length), .. text] : [];
    private static long Microseconds(JsonElement line) => (DateTime.Parse(Text(line, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal) - DateTime.UnixEpoch).Ticks / 10;
    private static byte[] Hex(JsonElement line, string name) => Convert.FromHexString(Text(line, name));
    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;

    public void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            Findings++;
            Console.WriteLine(otherwise);
        }
    }
}
