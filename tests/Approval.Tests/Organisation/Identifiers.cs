using System.Text.Json;

namespace Approval.Tests.Organisation;

/// <summary>The kit's valid and invalid numbers.</summary>
internal static class Identifiers
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "identifiers.json"))).RootElement;

    public static TheoryData<string> Valid(string kind) => new(File.GetProperty(kind).GetProperty("valid").EnumerateArray().Select(value => value.GetString()!));

    public static TheoryData<string, string> Invalid(string kind)
    {
        var data = new TheoryData<string, string>();
        foreach (var entry in File.GetProperty(kind).GetProperty("invalid").EnumerateArray())
        {
            data.Add(entry.GetProperty("value").GetString()!, entry.GetProperty("why").GetString()!);
        }

        return data;
    }
}
