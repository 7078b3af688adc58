namespace ApprovalEngine.Host.Exports;

/// <summary>Names the office's own resource files (admin-ui/Resources), so that an export says what the screen says.</summary>
internal sealed class Words;
