namespace ApprovalEngine.Contracts.Incidents;

/// <summary>A step of a case that cannot go on until an administrator decides.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of its item.</param>
/// <param name="Unit">Code of its unit.</param>
/// <param name="Step">The step.</param>
/// <param name="ActivityType">Type of its activity.</param>
/// <param name="Message">What happened: in English, or in the words of the flow (Raised) or of the other system (Service).</param>
/// <param name="Kind">What kind of fault it is: one of <see cref="Kinds"/>.</param>
/// <param name="Since">Instant (UTC) from which it stands.</param>
/// <param name="TaskId">The administrator's task.</param>
/// <param name="Outcomes">The ways on that the step has.</param>
public sealed record IncidentListed(
    Guid CaseId, string CaseNo, string Item, string Unit, Tasks.StepRef Step, string ActivityType, string Message, string Kind, DateTimeOffset Since, Guid TaskId, IReadOnlyList<string> Outcomes)
{
    /// <summary>What kinds of fault there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Unknown", "Expression", "Input", "Definition", "Service", "Route", "TooMuch", "Raised", "NewVersion", "NotExecutedHere"];
}
