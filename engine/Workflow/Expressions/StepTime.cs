using System.Globalization;
using Jint.Runtime;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>JavaScript's clock: it stands at the instant of the step, in UTC.</summary>
internal sealed class StepTime(DateTimeOffset now) : ITimeSystem
{
    private static readonly DefaultTimeSystem Calendar = new(TimeZoneInfo.Utc, CultureInfo.InvariantCulture);

    public TimeZoneInfo DefaultTimeZone => TimeZoneInfo.Utc;

    public DateTimeOffset GetUtcNow() => now;

    public TimeSpan GetUtcOffset(long epochMilliseconds) => TimeSpan.Zero;

    public bool TryParse(string date, out long epochMilliseconds) => Calendar.TryParse(date, out epochMilliseconds);
}
