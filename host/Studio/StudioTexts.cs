namespace ApprovalEngine.Host.Studio;

/// <summary>Names the resource files of the page around Elsa Studio.</summary>
internal sealed class StudioTexts;
