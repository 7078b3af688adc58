using ApprovalEngine.Approval.Persistence;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>The mappings that come with the product: a log is recognised by having all columns of one.</summary>
public sealed class ShippedMappings(SetupOptions options)
{
    internal CaseloadMapping? For(LogFile log)
    {
        var folder = Path.Combine(options.ShippedData, "caseloads");
        return !Directory.Exists(folder) ? null : Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
            .Select(file => CaseloadMapping.Parse(File.ReadAllText(file)))
            .FirstOrDefault(mapping => mapping.Columns.All.All(log.Columns.Contains));
    }
}
