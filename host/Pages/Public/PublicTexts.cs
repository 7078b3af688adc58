namespace ApprovalEngine.Host.Pages.Public;

/// <summary>Names the resource files of the public pages.</summary>
internal sealed class PublicTexts;
