using System.Text.Json;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>The flows, catalogue, calendars and demo organisation that come with the product.</summary>
internal sealed class ShippedData(string folder)
{
    /// <summary>The JSON files of a folder by name.</summary>
    public IEnumerable<string> FilesOf(string subfolder) =>
        Directory.Exists(Path.Combine(folder, subfolder)) ? Directory.EnumerateFiles(Path.Combine(folder, subfolder), "*.json").Order(StringComparer.Ordinal) : [];

    /// <summary>Whether the file is shipped.</summary>
    public bool Has(string file) => File.Exists(Path.Combine(folder, file));

    /// <summary>Reads a file; a fault names file and place.</summary>
    public T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), JsonText.Options)!;
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}: {fault.Message}", fault);
        }
    }
}
