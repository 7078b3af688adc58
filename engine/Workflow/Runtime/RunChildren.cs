using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Nested activities of a frame.</summary>
internal static class RunChildren
{
    /// <summary>The activities nested under a property, in document order.</summary>
    public static ImmutableArray<ActivityNode> ChildrenOf(this Frame frame, string property) => frame.Node.Children.GetValueOrDefault(property, []);

    /// <summary>The one activity nested under a property; null when there is none.</summary>
    public static ActivityNode? Child(this Frame frame, string property) => frame.ChildrenOf(property).FirstOrDefault();

    /// <summary>Runs the one activity nested under a property; without one the container is complete.</summary>
    public static void RunChild(this Run run, Frame frame, string property)
    {
        if (frame.Child(property) is { } child)
        {
            run.Schedule(frame, child);
        }
        else
        {
            run.Complete(frame);
        }
    }

    /// <summary>Completes a container in which nothing runs, waits, stands as an incident or is about to run.</summary>
    public static void CompleteIfIdle(this Run run, Frame frame)
    {
        if (frame.Children.Count == 0 && !run.Queued.Any(item => item.Owner == frame))
        {
            run.Complete(frame);
        }
    }
}
