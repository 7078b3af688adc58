using System.IO.Compression;
using System.Text;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>A definition as a file in Elsa's form.</summary>
/// <param name="Access">Who exports.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version's number, or which one as Elsa's clients say it; null for the newest.</param>
public sealed record ExportFlow(Access Access, string DefinitionId, string? Version) : IRequest<FlowExport>
{
    /// <summary>Whether the definitions that use it come along, and those that use these: the file is a zipped set then.</summary>
    public bool WithConsumers { get; init; }
}

/// <summary>Several versions of definitions as a zipped set.</summary>
/// <param name="Access">Who exports.</param>
/// <param name="VersionIds">Keys of versions.</param>
public sealed record ExportFlows(Access Access, IReadOnlyList<string> VersionIds) : IRequest<FlowExport>
{
    /// <summary>Whether the definitions that use them come along, and those that use these.</summary>
    public bool WithConsumers { get; init; }
}

/// <summary>A file to be handed out.</summary>
/// <param name="FileName">Without folders.</param>
/// <param name="MediaType">JSON or a zip archive.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FlowExport(string FileName, string MediaType, byte[] Content);

internal sealed class ExportFlowsHandler(ApprovalDbContext context) : IRequestHandler<ExportFlow, FlowExport>, IRequestHandler<ExportFlows, FlowExport>
{
    private const int MostAtOnce = FlowFiles.MaxDefinitions;

    public async Task<FlowExport> Handle(ExportFlow request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var row = await context.Flows(request.Access.CentreId, request.DefinitionId).Chosen(request.Version, request.DefinitionId, cancellationToken);
        return request.WithConsumers
            ? Set(await WithConsumers(request.Access.CentreId, [row], cancellationToken))
            : new FlowExport($"{FileName(row.Name)}.json", "application/json", Bytes(row));
    }

    public async Task<FlowExport> Handle(ExportFlows request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        if (request.VersionIds.Count is 0 or > MostAtOnce)
        {
            throw new RuleBrokenException("ExportCount", $"1 to {MostAtOnce} definitions are exported at once.", "ids");
        }

        var rows = await context.Set<FlowVersion>().AsNoTracking()
            .Where(flow => flow.CentreId == request.Access.CentreId && request.VersionIds.Contains(flow.Id))
            .OrderBy(flow => flow.DefinitionId).ThenBy(flow => flow.Version).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            throw new NotFoundException("FlowVersion", string.Join(", ", request.VersionIds));
        }

        return Set(request.WithConsumers ? await WithConsumers(request.Access.CentreId, rows, cancellationToken) : rows);
    }

    /// <summary>With the newest versions of what uses them, and so on.</summary>
    private async Task<List<FlowVersion>> WithConsumers(int centreId, List<FlowVersion> rows, CancellationToken cancel)
    {
        var known = rows.Select(row => row.DefinitionId).ToHashSet();
        for (var next = 0; next < rows.Count; next++)
        {
            foreach (var id in (await context.ConsumersOf(centreId, rows[next].DefinitionId, cancel)).Where(known.Add))
            {
                rows.Add(await context.Flows(centreId, id).AsNoTracking().Latest(id, cancel));
            }
        }

        return rows.Count <= MostAtOnce ? rows : throw new RuleBrokenException("ExportCount", $"With all that use them there are {rows.Count} definitions; {MostAtOnce} are exported at once.", "ids");
    }

    private static FlowExport Set(IEnumerable<FlowVersion> rows) => new("workflow-definitions.zip", "application/zip", Packed(rows));

    private static byte[] Packed(IEnumerable<FlowVersion> rows)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows)
            {
                var name = FileName(row.Name);
                using var entry = archive.CreateEntry($"{(names.Add(name) ? name : $"{name}-{row.Id}")}.json").Open();
                entry.Write(Bytes(row));
            }
        }

        return stream.ToArray();
    }

    private static byte[] Bytes(FlowVersion row) => Encoding.UTF8.GetBytes(FlowView.Definition(row).ToJson(indented: true));

    /// <summary>The name in the letters that every file system takes.</summary>
    private static string FileName(string name)
    {
        var letters = name.Trim().ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-').ToArray();
        var plain = new string(letters).Trim('.', '-');
        return plain.Length > 0 ? plain[..Math.Min(plain.Length, 80)] : "workflow-definition";
    }
}
