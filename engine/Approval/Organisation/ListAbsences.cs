using System.Globalization;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Absences by their first day, those that are over backwards: one's own, those in which one stands in, and those of people one is responsible for.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which of them.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record ListAbsences(Access Access, AbsenceFilter Filter, string? After, int Take) : IRequest<Page<AbsenceView>>;

internal sealed class ListAbsencesHandler(OrgDirectory directories, ApprovalDbContext context, CalendarStore calendars, TimeProvider time) : IRequestHandler<ListAbsences, Page<AbsenceView>>
{
    public async Task<Page<AbsenceView>> Handle(ListAbsences request, CancellationToken cancellationToken)
    {
        FilterValue.Require(request.Filter.State, "state");
        var (access, take) = (request.Access, Cursor.Take(request.Take));
        var organisation = await directories.Of(access.CentreId, cancellationToken);
        var today = (await calendars.Of(access.CentreId, cancellationToken)).LocalDate(time.GetUtcNow());
        var concerned = organisation.People.Where(person => AbsenceRights.Reaches(access, organisation, person)).Select(person => person.UserName).ToArray();
        var absences = context.Set<Absence>().AsNoTracking()
            .Where(absence => absence.CentreId == access.CentreId && (absence.Deputy == access.UserName || concerned.Contains(absence.UserName)));
        if (request.Filter.Person?.Trim() is { Length: > 0 } person)
        {
            absences = absences.Where(absence => absence.UserName == person || absence.Deputy == person);
        }

        var rows = await Page(Standing(absences, request.Filter.State, today), request.Filter.State == AbsenceState.Over, request.After)
            .Take(take + 1).Select(absence => new AbsenceView(absence.AbsenceId, absence.UserName, absence.Deputy, absence.FromOn, absence.UntilOn, absence.Reason)).ToListAsync(cancellationToken);
        return Pages.Of(rows, take, last => Cursor.Write(last.FromOn.ToString("O", CultureInfo.InvariantCulture), last.AbsenceId.ToString(CultureInfo.InvariantCulture)));
    }

    private static IQueryable<Absence> Standing(IQueryable<Absence> absences, AbsenceState? state, DateOnly today) => state switch
    {
        AbsenceState.Running => absences.Where(absence => absence.FromOn <= today && absence.UntilOn >= today),
        AbsenceState.ToCome => absences.Where(absence => absence.FromOn > today),
        AbsenceState.Over => absences.Where(absence => absence.UntilOn < today),
        _ => absences.Where(absence => absence.UntilOn >= today),
    };

    /// <summary>What stands behind a place, in order. Absences are few: no index has the order.</summary>
    private static IQueryable<Absence> Page(IQueryable<Absence> absences, bool isBackwards, string? after)
    {
        if (after is not null)
        {
            var (from, id) = Place(after);
            absences = isBackwards
                ? absences.Where(absence => absence.FromOn < from || (absence.FromOn == from && absence.AbsenceId < id))
                : absences.Where(absence => absence.FromOn > from || (absence.FromOn == from && absence.AbsenceId > id));
        }

        return isBackwards
            ? absences.OrderByDescending(absence => absence.FromOn).ThenByDescending(absence => absence.AbsenceId)
            : absences.OrderBy(absence => absence.FromOn).ThenBy(absence => absence.AbsenceId);
    }

    private static (DateOnly FromOn, int AbsenceId) Place(string after)
    {
        var parts = Cursor.Read(after, 2);
        return DateOnly.TryParseExact(parts[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? (from, id)
            : throw Cursor.Invalid();
    }
}
