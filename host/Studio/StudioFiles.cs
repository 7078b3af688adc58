using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace ApprovalEngine.Host.Studio;

/// <summary>The files of the package, by the name under which browsers ask for them. They never change while the version stays.</summary>
internal sealed class StudioFiles
{
    /// <summary>The package's own settings name a server of its author's; the page says where ours is.</summary>
    private const string Settings = "appsettings.json";

    private readonly FrozenDictionary<string, StudioFile> files;

    /// <param name="folder">The unpacked package.</param>
    public StudioFiles(string folder) => files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(StudioFile.IsServed)
        .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
        .ToFrozenDictionary(file => file.Name, file => StudioFile.Of(file.Path, file.Name));

    /// <summary>Answers one of them, compressed where the browser takes that.</summary>
    public IResult Answer(HttpContext context, string name)
    {
        if (name == Settings)
        {
            return TypedResults.Text("{}", "application/json");
        }

        if (!files.TryGetValue(name, out var file))
        {
            return TypedResults.NotFound();
        }

        var isBrotli = file.HasBrotli && TakesBrotli(context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = file.IsForever ? "private, max-age=31536000, immutable" : "private, no-cache";
        if (file.HasBrotli)
        {
            headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (isBrotli)
        {
            headers.ContentEncoding = "br";
        }

        var tag = new EntityTagHeaderValue($"\"{StudioPackage.Version}{(isBrotli ? "-br" : "")}\"");
        return TypedResults.PhysicalFile(isBrotli ? file.Path + ".br" : file.Path, file.Type, entityTag: tag);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality != 0);
}
