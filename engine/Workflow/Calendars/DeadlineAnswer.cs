using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>A clock as JSON: the question as files of due dates put it, and the answer in their shape (contracts.md, <c>deadline explain --json</c>).</summary>
public static class DeadlineAnswer
{
    /// <summary>Reads <c>acceptedAt, limitDays, extensionDays, suspensions</c>.</summary>
    /// <exception cref="JsonException">A member is missing or of the wrong kind.</exception>
    public static Clock ReadClock(JsonObject entry)
    {
        var suspensions = entry["suspensions"] as JsonArray ?? [];
        return new Clock(
            Instant(entry["acceptedAt"]) ?? throw new JsonException("acceptedAt: an instant is wanted."),
            Limit.Days((int?)entry["limitDays"] ?? throw new JsonException("limitDays: a number is wanted.")),
            (int?)entry["extensionDays"] ?? 0,
            [.. suspensions.Select(stop => new Suspension(Instant(stop?["from"]) ?? throw new JsonException("suspensions.from: an instant is wanted."), Instant(stop?["to"])))]);
    }

    /// <summary>The answer: counted and suspended days, due moment, notice; or the error.</summary>
    public static JsonObject Of(Clock clock, WorkingCalendar calendar)
    {
        try
        {
            Deadlines.Check(clock, calendar);
        }
        catch (ClockException broken)
        {
            return Error(broken.Code, broken.Year);
        }

        var reading = Deadlines.Read(clock, calendar, clock.StartedAt);
        if (reading.MissingYear is { } year)
        {
            return Error(ClockException.CalendarYearMissing, year);
        }

        var answer = new JsonObject
        {
            ["acceptanceDay"] = Date(reading.AcceptanceDay),
            ["countedDays"] = Dates(reading.Days.Where(day => day.Counts)),
            ["suspendedDays"] = Dates(reading.Days.Where(day => day.Kind == ClockDayKind.Suspended)),
            ["dueAt"] = Local(reading.DueAt, calendar),
        };
        if (reading.DueAt is null)
        {
            answer["remainingDays"] = reading.RemainingDays;
        }

        answer["noticeAt"] = Local(reading.NoticeAt, calendar);
        return answer;
    }

    /// <summary>What a closing at an instant comes to: days used, on time, early, early rate (the last two null for limit 0).</summary>
    public static JsonObject Closing(Clock clock, WorkingCalendar calendar, DateTimeOffset closedAt)
    {
        var reading = Deadlines.Read(clock, calendar, closedAt);
        var limit = clock.Limit is Limit.WorkingDays days ? days.Count : 0;
        return new JsonObject
        {
            ["closedAt"] = Local(closedAt, calendar),
            ["usedDays"] = reading.UsedDays,
            ["onTime"] = reading.IsOnTime,
            ["early"] = limit == 0 ? null : reading.UsedDays < limit,
            ["earlyRate"] = limit == 0 ? null : Math.Round(Math.Max(0, limit - reading.UsedDays) / (double)limit, 6),
        };
    }

    private static JsonObject Error(string code, int? year) => year is { } missing ? new JsonObject { ["error"] = code, ["year"] = missing } : new JsonObject { ["error"] = code };

    private static JsonArray Dates(IEnumerable<ClockDay> days) => [.. days.Select(day => (JsonNode)Date(day.Date))];

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Local(DateTimeOffset? at, WorkingCalendar calendar) =>
        at is { } instant ? TimeZoneInfo.ConvertTime(instant, calendar.Zone).ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset? Instant(JsonNode? node) =>
        node is null ? null : DateTimeOffset.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
