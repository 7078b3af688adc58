using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>A shipped year (workflows/calendars/cn-YYYY.json).</summary>
internal sealed record ShippedYear(int Year, IReadOnlyList<string> Sources, IReadOnlyList<SpecialDay> Days);
