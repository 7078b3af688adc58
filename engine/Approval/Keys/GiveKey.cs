using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Keys;

/// <summary>An administrator gives a program a key, with rights no wider than their own. Only a person may: a key that gives keys would outlive its own end.</summary>
/// <param name="Access">Who gives it.</param>
/// <param name="Key">For whom, with which rights, until when.</param>
public sealed record GiveKey(Access Access, ApiKeyRequest Key) : IRequest<NewApiKey>;

internal sealed class GiveKeyRules : AbstractValidator<GiveKey>
{
    public GiveKeyRules()
    {
        RuleFor(give => give.Key.Program).Matches("^[a-z0-9][a-z0-9.-]{0,39}$").WithErrorCode("ProgramName")
            .WithMessage("A program's name has 1 to 40 small letters, digits, dots and dashes, and begins with a letter or digit.");
        RuleForEach(give => give.Key.Grants).Must(grant => Enum.IsDefined(grant.Role)).WithErrorCode("RoleUnknown").WithMessage("There is no such role.");
        RuleFor(give => give.Key.Grants).NotEmpty().WithErrorCode("GrantsMissing").WithMessage("A key needs at least one role.");
    }
}

internal sealed class GiveKeyHandler(OrganisationWriter writer, CalendarStore calendars, TimeProvider time) : IRequestHandler<GiveKey, NewApiKey>
{
    /// <summary>Days that a key may be good for: within a year somebody looks whether it is still needed.</summary>
    private const int MostDays = 366;

    public async Task<NewApiKey> Handle(GiveKey request, CancellationToken cancellationToken)
    {
        var (access, asked) = request;
        access.RequirePerson("Keys are given by people.");
        access.Require(Role.Administrator);
        var organisation = await writer.Read(access, cancellationToken);
        OrganisationWriter.RequireGrantable(access, organisation, asked.Grants, []);
        var (now, text) = (time.GetUtcNow(), KeyText.New());
        var today = (await calendars.Of(access.CentreId, cancellationToken)).LocalDate(now);
        if (asked.ExpiresOn < today || asked.ExpiresOn.DayNumber - today.DayNumber > MostDays)
        {
            throw new RuleBrokenException("ExpiryInvalid", $"A key is good until a day from today on, {MostDays} days ahead at most.", "expiresOn");
        }

        var key = new ApiKey
        {
            CentreId = access.CentreId,
            Code = text.Code,
            Program = asked.Program,
            Hash = text.Hash,
            ExpiresOn = asked.ExpiresOn,
            GivenBy = access.UserName,
            GivenAt = now,
            Grants = [.. asked.Grants.Distinct().Select(grant => new ApiKeyGrant { Role = grant.Role, UnitId = organisation.Unit(grant.Unit).UnitId })],
        };
        await writer.Write(
            access,
            EventAct.KeyGiven,
            Actors.Program + key.Program,
            new { key.Code, asked.Grants, asked.ExpiresOn },
            async context =>
            {
                await RequireOwnAsync(context, access, organisation, asked.Program, cancellationToken);
                context.Add(key);
            },
            cancellationToken);
        return new NewApiKey(text.Show(), key.View(organisation, today));
    }

    /// <summary>What a program has handed in and done is known by its name: whoever gives that name a key must reach wherever it has ever had one.</summary>
    private static async Task RequireOwnAsync(ApprovalDbContext context, Access access, CentreDirectory organisation, string program, CancellationToken cancel)
    {
        var reach = organisation.UnitsIn(access, Role.Administrator);
        if (await context.Set<ApiKey>().Where(key => key.CentreId == access.CentreId && key.Program == program).AnyAsync(key => key.Grants.Any(grant => !reach.Contains(grant.UnitId)), cancel))
        {
            throw new RuleBrokenException("ProgramTaken", $"There is a program '{program}' elsewhere in the centre; name this one differently.", "program");
        }
    }
}
