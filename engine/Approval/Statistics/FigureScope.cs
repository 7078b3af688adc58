using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Makes a question of what was asked and what the asker may see. Number and drill-down both come through here.</summary>
internal sealed class FigureScope(OrgDirectory directory, CalendarStore calendars, ItemStore items, TimeProvider time)
{
    /// <summary>The question, without a grouping.</summary>
    /// <exception cref="RuleBrokenException">The period or a filter makes no sense.</exception>
    /// <exception cref="ForbiddenException">The asker oversees nothing.</exception>
    public async Task<FigureQuery> Of(Access access, DateOnly from, DateOnly to, StatisticsFilter? filter, CancellationToken cancel)
    {
        access.Require(Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        Period.Require(from, to);
        var units = await directory.Of(access.CentreId, cancel);
        var calendar = await calendars.Of(access.CentreId, cancel);
        return new FigureQuery
        {
            CentreId = access.CentreId,
            From = from,
            To = to,
            EndsAt = EndOf(to, calendar.Zone),
            Now = time.GetUtcNow(),
            Filters = await Filters(access, units, filter ?? new(), cancel),
        };
    }

    private async Task<Dictionary<Axis, int[]>> Filters(Access access, CentreDirectory units, StatisticsFilter filter, CancellationToken cancel)
    {
        var filters = new Dictionary<Axis, int[]>();
        var seen = units.UnitsIn(access, Role.Auditor, Role.Supervisor, Role.HeadOfCentre);
        if (filter.Unit is { } unit)
        {
            var above = units.Unit(unit);
            filters[Axis.Unit] = [.. seen.Where(id => filter.IsUnitAlone ? id == above.UnitId : units.Unit(id).IsWithin(above.Path))];
        }
        else if (seen.Length < units.Units.Length)
        {
            filters[Axis.Unit] = seen;
        }

        if (filter.Item is { } item)
        {
            filters[Axis.Item] = [(await items.Of(access.CentreId, item, cancel)).ItemId];
        }

        if (filter.Window is { } window)
        {
            filters[Axis.Window] = [window == GroupKeys.None ? 0 : units.Unit(window).UnitId];
        }

        if (filter.Person is { } person)
        {
            filters[Axis.Person] = [person == GroupKeys.None ? 0 : (units.FindPerson(person) ?? throw new NotFoundException("Person", person)).UserId];
        }

        if (filter.Channel is { } channel)
        {
            filters[Axis.Channel] = Enum.TryParse<Channel>(channel, out var known) && Enum.IsDefined(known)
                ? [(int)known]
                : throw new RuleBrokenException("ChannelUnknown", $"There is no channel '{channel}'.", "channel");
        }

        return filters;
    }

    /// <summary>The instant at which the next local date begins.</summary>
    private static DateTimeOffset EndOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            // Where clocks are put forward at midnight the date begins later.
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(midnight, zone), TimeSpan.Zero);
    }
}
