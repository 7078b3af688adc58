using ApprovalEngine.Approval.Interchange;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Definitions as files of a request or an answer.</summary>
internal static class Uploads
{
    /// <summary>Reads the files of a form into memory; how large they may be, the endpoint says.</summary>
    public static async Task<IReadOnlyList<UploadedFile>> ReadAsync(IFormFileCollection files, CancellationToken cancel)
    {
        var read = new List<UploadedFile>();
        foreach (var file in files)
        {
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancel);
            read.Add(new UploadedFile(file.FileName, content.GetBuffer().AsMemory(0, (int)content.Length)));
        }

        return read;
    }

    /// <summary>A file to be saved.</summary>
    public static FileContentHttpResult File(FlowExport export) => TypedResults.File(export.Content, export.MediaType, export.FileName);
}
