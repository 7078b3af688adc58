using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>
/// A person will be away, or is, and a deputy stands in for exactly these local days. The person records it, or whoever administers them
/// or heads their centre. The deputy must hold one of the person's roles with the same reach or a wider one.
/// </summary>
/// <param name="Access">Who records it.</param>
/// <param name="Absence">The days and the deputy.</param>
public sealed record RecordAbsence(Access Access, AbsenceRequest Absence) : IRequest<AbsenceView>;

internal sealed class RecordAbsenceValidator : AbstractValidator<RecordAbsence>
{
    /// <summary>Longer than this a person is not away but gone, and hands over their work.</summary>
    private const int MostDays = 366;

    public RecordAbsenceValidator()
    {
        RuleFor(command => command.Absence.Deputy).IsGiven(Texts.Short);
        RuleFor(command => command.Absence.Reason).IsText(Texts.Short);
        RuleFor(command => command.Absence.UntilOn)
            .Must((command, until) => until >= command.Absence.FromOn && until.DayNumber - command.Absence.FromOn.DayNumber < MostDays)
            .WithErrorCode("DaysInvalid").WithMessage($"An absence lasts from its first to its last day, {MostDays} days at most.");
    }
}

internal sealed class RecordAbsenceHandler(OrganisationWriter writer, CalendarStore calendars, TimeProvider time) : IRequestHandler<RecordAbsence, AbsenceView>
{
    public async Task<AbsenceView> Handle(RecordAbsence request, CancellationToken cancellationToken)
    {
        var (access, asked) = (request.Access, request.Absence);
        var organisation = await writer.Read(access, cancellationToken);
        var person = AbsenceRights.Require(access, organisation, asked.UserName ?? access.UserName);
        RequireDeputy(organisation, person, asked.Deputy);
        if (asked.UntilOn < (await calendars.Of(access.CentreId, cancellationToken)).LocalDate(time.GetUtcNow()))
        {
            throw new RuleBrokenException("AbsencePast", "The absence is over already.", "untilOn");
        }

        var row = new Absence
        {
            CentreId = access.CentreId,
            UserName = person.UserName,
            Deputy = asked.Deputy,
            FromOn = asked.FromOn,
            UntilOn = asked.UntilOn,
            Reason = asked.Reason,
            RecordedBy = access.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        await writer.Write(
            access,
            EventAct.AbsenceRecorded,
            person.UserName,
            asked,
            async context =>
            {
                // Changes of the centre wait for each other, so nobody records another one meanwhile.
                var overlaps = await context.Set<Absence>().AnyAsync(
                    other => other.CentreId == row.CentreId && other.UserName == row.UserName && other.FromOn <= row.UntilOn && row.FromOn <= other.UntilOn, cancellationToken);
                if (overlaps)
                {
                    throw new ConflictException("AbsenceOverlaps", $"An absence of '{row.UserName}' on some of these days is recorded already.");
                }

                context.Add(row);
            },
            cancellationToken);
        return new AbsenceView(row.AbsenceId, row.UserName, row.Deputy, row.FromOn, row.UntilOn, row.Reason);
    }

    private static void RequireDeputy(CentreDirectory organisation, PersonEntry person, string deputy)
    {
        if (organisation.FindPerson(deputy) is not { IsActive: true } stand || deputy == person.UserName)
        {
            throw new RuleBrokenException("PersonUnknown", $"There is no other active person '{deputy}'.", "deputy");
        }

        if (!AbsenceRights.MayStandIn(organisation, stand, person))
        {
            throw new RuleBrokenException("OutOfScope", $"'{deputy}' holds none of the roles of '{person.UserName}' with the same reach, so they may not have that person's cases.", "deputy");
        }
    }
}
