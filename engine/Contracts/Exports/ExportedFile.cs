namespace ApprovalEngine.Contracts.Exports;

/// <summary>The file that follows the line with this.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Length">Its bytes.</param>
public sealed record ExportedFile(string Name, string Type, long Length);
