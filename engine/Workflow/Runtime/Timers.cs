using System.Globalization;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Keys of timers: a frame's own is its number, or its number, a slash and a name; the case's clock uses other words.</summary>
internal static class Timers
{
    /// <summary>A timer of a frame.</summary>
    public static FlowTimer Of(Frame frame, TimerKind kind, DateTimeOffset dueAt, string? name = null)
    {
        var key = frame.Id.ToString(CultureInfo.InvariantCulture);
        return new FlowTimer(name is null ? key : $"{key}/{name}", kind, frame.Node.Id, dueAt);
    }

    /// <summary>Name of a frame's timer; its whole key where it has none.</summary>
    public static string NameOf(FlowTimer timer) => timer.Key[(timer.Key.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>Number of the frame that a timer belongs to; 0 for the case's clock.</summary>
    public static int FrameOf(FlowTimer timer) =>
        int.TryParse(timer.Key.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var frame) ? frame : 0;
}
