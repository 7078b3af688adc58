using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>The context of a flow that runs without a case.</summary>
public static class TrialContext
{
    /// <summary>A context without case and holidays, in UTC.</summary>
    /// <param name="now">The instant of the step (UTC).</param>
    /// <param name="actor">Who acts.</param>
    public static FlowContext At(DateTimeOffset now, string actor = "system/trial") => new()
    {
        Now = now,
        Actor = actor,
        Calendar = new WorkingCalendar(TimeZoneInfo.Utc, 0, [], [new OfficeHours(DateOnly.MinValue, new TimeOnly(9, 0), new TimeOnly(17, 30))]),
        InstanceId = "trial",
    };
}
