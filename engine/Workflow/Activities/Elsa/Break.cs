using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Leaves the loop around it; without one it ends its own container (conformance point 7).</summary>
internal sealed class Break : ActivityExecutor
{
    public override string Type => "Elsa.Break";

    public override bool IsTerminal => true;

    public override void Execute(Run run, Frame frame)
    {
        foreach (var container in frame.Path.Skip(1))
        {
            if (ActivityExecutors.Of(container.Node).OnBreak(run, container))
            {
                break;
            }
        }

        run.Complete(frame);
    }
}
