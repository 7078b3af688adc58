using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Contracts.Incidents;

/// <summary>What an administrator can choose from when deciding an incident; nothing of the case's content.</summary>
/// <param name="OpenTasks">Other open tasks of the case: they end with it when it is terminated.</param>
/// <param name="Returns">The steps to which the case can go back.</param>
/// <param name="Variables">The variables of the flow that can be set before the step runs again.</param>
public sealed record IncidentChoices(int OpenTasks, IReadOnlyList<IncidentReturn> Returns, IReadOnlyList<IncidentVariable> Variables);

/// <summary>A step to go back to, and what that would come to.</summary>
/// <param name="Step">The step.</param>
/// <param name="Cancels">Open tasks that it would cancel, the incident's own left out.</param>
/// <param name="Opens">Tasks that it would open.</param>
/// <param name="Keeps">Open tasks that would stay.</param>
public sealed record IncidentReturn(StepRef Step, int Cancels, int Opens, int Keeps);

/// <summary>A variable of a flow; its value is the case's and is not shown.</summary>
/// <param name="Name">What expressions name.</param>
/// <param name="TypeName">Its type, as the definition says.</param>
/// <param name="IsArray">Whether it is a list of the type.</param>
public sealed record IncidentVariable(string Name, string TypeName, bool IsArray);
