using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Ports that fire beside the running flow (elsa-format.md, safe rule 6).</summary>
internal static class PortBeside
{
    /// <summary>Sends tokens over the port, where the activity stands in a flowchart; elsewhere no connection can begin at it.</summary>
    public static void Fire(Run run, Frame? scope, ActivityNode source, string port)
    {
        if (scope is { Status: FrameStatus.Running, Node.Type: ActivityTypes.Flowchart })
        {
            run.FirePort(scope, source, port);
        }
    }
}
