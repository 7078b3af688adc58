using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>What an alert rests on: every local day of the clock with its reason, and what they sum to.</summary>
internal static class AlertEvidence
{
    /// <summary>The evidence at the moment when the alert is raised; written with the alert and never computed again, so a later calendar does not change it.</summary>
    public static JsonObject Of(PlannedAlert planned, WorkingCalendar calendar)
    {
        var reading = Deadlines.Read(planned.Measured, calendar, planned.RaiseAt);
        var evidence = new JsonObject
        {
            ["startedAt"] = planned.Measured.StartedAt,
            ["acceptanceDay"] = Iso(reading.AcceptanceDay),
            ["usedDays"] = reading.UsedDays,
            ["dueAt"] = reading.DueAt,
            ["calendarVersion"] = calendar.Version,
            ["days"] = new JsonArray([.. reading.Days.Select(Day)]),
        };
        if (planned.Measured.Limit is Limit.WorkingDays limit)
        {
            evidence["limitDays"] = limit.Count;
            evidence["extensionDays"] = planned.Measured.ExtensionDays;
        }

        return evidence;
    }

    private static JsonObject Day(ClockDay day)
    {
        var entry = new JsonObject { ["on"] = Iso(day.Date), ["kind"] = day.Kind.ToString() };
        if (day.Number is { } number)
        {
            entry["number"] = number;
        }

        if (day.Name is { } name)
        {
            entry["name"] = name;
        }

        return entry;
    }

    private static string Iso(DateOnly date) => date.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
