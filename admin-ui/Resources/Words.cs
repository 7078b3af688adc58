namespace ApprovalEngine.AdminUi.Resources;

/// <summary>Names the resource files with the words of the office, each language in an assembly of its own, of which only the reader's is loaded.</summary>
public sealed class Words;
