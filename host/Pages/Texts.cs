namespace ApprovalEngine.Host.Pages;

/// <summary>Names the resource files of the host's own pages.</summary>
internal sealed class Texts;
