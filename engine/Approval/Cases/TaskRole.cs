using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The role that a task asks for when its step names none: a window's for what is done with the applicant, a reviewer's for the rest.</summary>
internal static class TaskRole
{
    public static Role Of(OpenTask task) =>
        Enum.TryParse<Role>(task.Offer.Role, ignoreCase: true, out var role) ? role
        : task.Kind is TaskKind.Acceptance or TaskKind.Correction ? Role.WindowClerk
        : Role.Reviewer;
}
