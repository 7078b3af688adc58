namespace ApprovalEngine.AdminUi.Resources;

/// <summary>Marks the texts of MudBlazor's own components (MudTexts.*.resx); English is in the package.</summary>
public sealed class MudTexts;
