using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// The centre sets thresholds: the next version of a profile, or the first of one of its own. Open cases that follow it are watched by the new
/// ones from now on. Alerts that were raised stay, with the version that raised them.
/// </summary>
/// <param name="Access">Who sets them.</param>
/// <param name="Code">Code of the profile.</param>
/// <param name="Profile">What it shall say.</param>
public sealed record ChangeLevels(Access Access, string Code, ChangeLevelsRequest Profile) : IRequest<IReadOnlyList<LevelProfileView>>;

internal sealed class ChangeLevelsRules : AbstractValidator<ChangeLevels>
{
    public ChangeLevelsRules()
    {
        RuleFor(change => change.Code).Matches(@"^[a-z0-9-]{1,32}\z").WithErrorCode("LevelProfileCode").WithMessage("A profile's code has 1 to 32 small letters, digits and dashes.");
        RuleFor(change => change.Profile.Name!).IsNameInEachLanguage().When(change => !IsShipped(change.Code));
        RuleFor(change => change.Profile.Rules).Must(rules => rules.Count is >= 1 and <= LevelRules.Most)
            .WithErrorCode("LevelRuleCount").WithMessage($"A profile has 1 to {LevelRules.Most} thresholds.");
        RuleForEach(change => change.Profile.Rules).Must(rule => LevelRules.Rule(rule) is not null)
            .WithErrorCode("LevelRuleInvalid").WithMessage("A threshold names a clock, a level, and one moment: a share of 1 to 100 %, days beyond the limit, or the last days before it. A step is measured by its own clock.");
    }

    /// <summary>Whether a profile of that code ships: it keeps its name.</summary>
    public static bool IsShipped(string code) => LevelProfiles.All.Any(profile => profile.Code == code);
}

internal sealed class ChangeLevelsHandler(OrganisationWriter writer, IMediator mediator, TimeProvider time) : IRequestHandler<ChangeLevels, IReadOnlyList<LevelProfileView>>
{
    public async Task<IReadOnlyList<LevelProfileView>> Handle(ChangeLevels request, CancellationToken cancellationToken)
    {
        var (access, code, wanted) = request;
        var organisation = await writer.Read(access, cancellationToken);
        access.RequireAt(Role.Administrator, organisation.Root);
        await writer.Write(
            access, EventAct.LevelProfileChanged, code, wanted,
            async context =>
            {
                var set = context.Set<LevelProfileVersion>().Where(row => row.CentreId == access.CentreId && row.Code == code);
                var current = await set.MaxAsync(row => (int?)row.Version, cancellationToken) ?? LevelProfiles.All.FirstOrDefault(one => one.Code == code)?.Version ?? 0;
                if (wanted.BuildsOn == 0 && current > 0)
                {
                    throw new RuleBrokenException("LevelProfileCodeTaken", $"There is a profile '{code}' already.", "code");
                }

                if (current != wanted.BuildsOn)
                {
                    throw new ConflictException("LevelProfileChanged", $"Profile '{code}' is at version {current} meanwhile.", new { Version = current });
                }

                context.Add(new LevelProfileVersion
                {
                    CentreId = access.CentreId,
                    Code = code,
                    Version = current + 1,
                    Name = ChangeLevelsRules.IsShipped(code) ? null : wanted.Name,
                    Rules = wanted.Rules,
                    SetAt = time.GetUtcNow(),
                    SetBy = access.UserName,
                });
                await context.Database.ExecuteSqlRawAsync(TimerStatements.WakeAlerts, [access.CentreId, time.GetUtcNow() + TimerStatements.LevelsWait], cancellationToken);
            },
            cancellationToken);
        return await mediator.Send(new ListLevels(access), cancellationToken);
    }
}
