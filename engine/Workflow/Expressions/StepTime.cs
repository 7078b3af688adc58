using System.Globalization;
using Jint.Runtime;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>JavaScript's clock: it stands at the instant of the step, in the scope's zone.</summary>
internal sealed class StepTime(DateTimeOffset now, TimeZoneInfo zone) : ITimeSystem
{
    private DefaultTimeSystem? calendar;

    public TimeZoneInfo DefaultTimeZone => zone;

    private DefaultTimeSystem Calendar => calendar ??= new DefaultTimeSystem(zone, CultureInfo.InvariantCulture);

    public DateTimeOffset GetUtcNow() => now;

    public TimeSpan GetUtcOffset(long epochMilliseconds) => Calendar.GetUtcOffset(epochMilliseconds);

    public bool TryParse(string date, out long epochMilliseconds) => Calendar.TryParse(date, out epochMilliseconds);
}
