using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Finds who is meant by a flow's words at the moment of delivery: applicant, assignees, unit:CODE or user:NAME.</summary>
/// <param name="database">Where the case stands.</param>
/// <param name="directories">Who works at a unit.</param>
/// <param name="calendars">What day it is there.</param>
public sealed class Recipients(CaseDatabase database, OrgDirectory directories, CalendarStore calendars)
{
    private const string ToPerson = "user:";
    private const string ToUnit = "unit:";

    private const string Applicant = """
        select p.name || coalesce(' ' || p.phone, '') from cases c join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        where c.centre_id = $1 and c.case_id = $2
        """;

    // Where nobody has the task yet, the unit to which it is offered is told.
    private const string Assignees = """
        select string_agg(distinct coalesce('user:' || t.assignee, 'user:' || t.offered_user, 'unit:' || u.code), ', ')
        from task_open t join org_unit u on u.centre_id = t.centre_id and u.unit_id = t.unit_id
        where t.centre_id = $1 and t.case_id = $2
        """;

    /// <summary>Who is meant, in words that are kept: the applicant's name, or people and units as a flow names them.</summary>
    internal async Task<string> OfAsync(OutboxMessageRow message, string to, CancellationToken cancel) => to switch
    {
        Deliveries.ToApplicant => await FindAsync(Applicant, message, cancel) ?? to,
        "assignees" => await FindAsync(Assignees, message, cancel) ?? to,
        _ => to,
    };

    /// <summary>
    /// The people of the centre who hear of it in the office: those named and their deputies of the day, and those who work at a unit. Whether
    /// they may see the case is asked when they look.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="recipient">As <see cref="OfAsync"/> answers.</param>
    /// <param name="now">The instant (UTC) by which it is known who is away.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<string[]> PeopleAsync(OutboxMessageRow message, string recipient, DateTimeOffset now, CancellationToken cancel)
    {
        var directory = await directories.Of(message.CentreId, cancel);
        var day = (await calendars.Of(message.CentreId, cancel)).LocalDate(now);
        var named = recipient.Split(',', StringSplitOptions.TrimEntries).SelectMany(one => Named(directory, one)).ToHashSet();
        var deputies = directory.Absences.Where(absence => named.Contains(absence.UserName) && absence.FromOn <= day && day <= absence.UntilOn).Select(absence => absence.Deputy);
        return [.. named.Concat(deputies).Distinct().Where(name => directory.FindPerson(name) is { IsActive: true })];
    }

    private static IEnumerable<string> Named(CentreDirectory directory, string recipient) =>
        recipient.StartsWith(ToPerson, StringComparison.Ordinal) ? [recipient[ToPerson.Length..]]
        : recipient.StartsWith(ToUnit, StringComparison.Ordinal) && directory.FindUnit(recipient[ToUnit.Length..]) is { } unit
            ? directory.Holders(unit, Role.Reviewer).Concat(directory.Holders(unit, Role.WindowClerk)).Select(person => person.UserName)
        : [];

    private async Task<string?> FindAsync(string sql, OutboxMessageRow message, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sql.Of(message.CentreId), Sql.Of(message.CaseId) } };
        return await command.ExecuteScalarAsync(cancel) as string;
    }
}
