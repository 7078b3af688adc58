namespace ApprovalEngine.Approval.Backups;

/// <summary>An archive that cannot be used: cut off, changed, or of another product or version.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class BadArchiveException(string message) : Exception(message);
