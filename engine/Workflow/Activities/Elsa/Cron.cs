using ApprovalEngine.Workflow.Runtime;
using Cronos;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>Inside a flow: waits for the next moment that a cron expression names, in the centre's zone. The activity that triggered the instance does not wait.</summary>
internal sealed class Cron : MomentExecutor
{
    public override string Type => "Elsa.Cron";

    protected override DateTimeOffset DueAt(Run run, Frame frame)
    {
        if (IsTrigger(run, frame))
        {
            return run.Context.Now;
        }

        var text = run.Text(frame, "cronExpression") ?? "";
        return Parse(text).GetNextOccurrence(run.Context.Now, run.Context.Calendar.Zone)?.ToUniversalTime()
            ?? throw new ActivityFaultException(FaultKind.Input, $"No moment ever comes that {text} names.");
    }

    /// <summary>Elsa writes six fields, seconds first; the usual five are read too. Null for what is none.</summary>
    public static CronExpression? Read(string text)
    {
        var hasSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5;
        return CronExpression.TryParse(text, hasSeconds ? CronFormat.IncludeSeconds : CronFormat.Standard, out var cron) ? cron : null;
    }

    private static CronExpression Parse(string text) => Read(text) ?? throw new ActivityFaultException(FaultKind.Input, $"'{text}' is no cron expression of five or six fields.");
}
