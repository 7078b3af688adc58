using System.Globalization;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Host.Commands.Clocks;

/// <summary>What a closing came to, in words.</summary>
internal static class ClosingWords
{
    public static string Of(ClockReading reading, string language) => string.Format(
        CultureInfo.InvariantCulture,
        (language, reading.IsOnTime) switch
        {
            ("zh-Hans", true) => "办结：用时 {0} 个工作日，按时。",
            ("zh-Hans", false) => "办结：用时 {0} 个工作日，超期。",
            ("zh-Hant", true) => "辦結：用時 {0} 個工作日，按時。",
            ("zh-Hant", false) => "辦結：用時 {0} 個工作日，超期。",
            (_, true) => "Closed after {0} working days, on time.",
            (_, false) => "Closed after {0} working days, overdue.",
        },
        reading.UsedDays);
}
