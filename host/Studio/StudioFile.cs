using Microsoft.AspNetCore.StaticFiles;

namespace ApprovalEngine.Host.Studio;

/// <summary>A file of the package, as browsers get it.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Type">Its media type.</param>
/// <param name="HasBrotli">Whether its compressed twin stands beside it.</param>
/// <param name="IsForever">Whether its name changes with its content.</param>
internal sealed record StudioFile(string Path, string Type, bool HasBrotli, bool IsForever)
{
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".dat"] = "application/octet-stream" } };

    /// <summary>What browsers ask for: no compressed twins (they are chosen, not asked for) and no source maps.</summary>
    public static bool IsServed(string path) =>
        System.IO.Path.GetExtension(path) is not (".br" or ".gz" or ".map") && System.IO.Path.GetFileName(path) is not "index.html" and not "package.json";

    /// <param name="path">Where it stands.</param>
    /// <param name="name">Its name within the package.</param>
    public static StudioFile Of(string path, string name) => new(
        path,
        Types.TryGetContentType(path, out var type) ? type : "application/octet-stream",
        File.Exists(path + ".br"),
        name.StartsWith("_framework/", StringComparison.Ordinal) && name is not "_framework/blazor.webassembly.js" and not "_framework/dotnet.js");
}
