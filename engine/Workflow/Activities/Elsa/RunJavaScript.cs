using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Runs a script; its value is the result, and setOutcome(s) replaces Done (conformance point 27).</summary>
internal sealed class RunJavaScript : ActivityExecutor
{
    public override string Type => "Elsa.RunJavaScript";

    public override void Execute(Run run, Frame frame)
    {
        var scope = new FrameScope(run, frame);
        var script = (string?)run.Typed(frame, "script", "String");
        if (string.IsNullOrWhiteSpace(script))
        {
            run.Complete(frame);
            return;
        }

        var result = ExpressionEvaluator.Evaluate(new FlowExpression("JavaScript", script), "Object", scope);
        run.Data.SetOutput(frame, "result", result);
        run.CompleteWith(frame, scope.Outcomes?.ToImmutableArray() ?? ["Done"]);
    }
}
