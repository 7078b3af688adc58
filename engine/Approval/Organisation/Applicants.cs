using System.Text.RegularExpressions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>
/// Knows applicants by their checked numbers, and under one number by name and telephone as an application gave them: what a later application
/// says changes no earlier case.
/// </summary>
public sealed partial class Applicants(NpgsqlDataSource database)
{
    private const int NameLength = 200;

    /// <summary>What an early number may look like: that of a licence before the standard has up to 32 letters, digits and dashes.</summary>
    private const string EarlyPattern = "^[A-Z0-9-]{1,32}$";

    /// <summary>The applicant of this number, name and telephone, added when new; without a number always a new one.</summary>
    /// <param name="access">Who enters it.</param>
    /// <param name="request">As typed.</param>
    /// <param name="intake">The unit or window that takes the application in.</param>
    /// <param name="today">The centre's local date.</param>
    /// <param name="known">What was read of the applicant of this number; null when nothing was.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The applicant's key.</returns>
    /// <exception cref="RuleBrokenException">Name or number breaks a rule.</exception>
    /// <exception cref="ForbiddenException">An exception was asked for without the right.</exception>
    public async Task<Guid> FindOrAdd(Access access, ApplicantRequest request, UnitEntry intake, DateOnly today, KnownApplicant? known = null, CancellationToken cancel = default)
    {
        var checkedApplicant = Check(access, request, intake, today);
        if (known?.IsAs(checkedApplicant) == true)
        {
            return known.ApplicantId;
        }

        // The partial unique index ix_applicant_as_given decides when two windows enter the same applicant at once.
        await using var command = database.CreateCommand("""
            insert into applicant (centre_id, applicant_id, kind, number, name, phone, exception_reason)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (centre_id, kind, number, name, coalesce(phone, '')) where number is not null
            do update set exception_reason = coalesce(excluded.exception_reason, applicant.exception_reason)
            returning applicant_id
            """);
        command.Parameters.Add(new() { Value = access.CentreId });
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = (short)request.Kind });
        command.Parameters.Add(Text(checkedApplicant.Number));
        command.Parameters.Add(Text(checkedApplicant.Name));
        command.Parameters.Add(Text(checkedApplicant.Phone));
        command.Parameters.Add(Text(checkedApplicant.ExceptionReason));
        return (Guid)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The request with its number checked and normalised.</summary>
    public static ApplicantRequest Check(Access access, ApplicantRequest request, UnitEntry intake, DateOnly today)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > NameLength)
        {
            throw new RuleBrokenException("ApplicantName", $"The applicant's name has 1 to {NameLength} characters.", "applicant.name");
        }

        return request with { Name = name, Number = string.IsNullOrWhiteSpace(request.Number) ? null : CheckNumber(access, request, intake, today) };
    }

    private static string CheckNumber(Access access, ApplicantRequest request, UnitEntry intake, DateOnly today)
    {
        const string Field = "applicant.number";
        if (request.Kind == ApplicantKind.Person)
        {
            return ResidentId.Check(request.Number!, today, Field);
        }

        if (string.IsNullOrWhiteSpace(request.ExceptionReason))
        {
            return UnifiedSocialCreditCode.Check(request.Number!, Field);
        }

        // A real early code may break the standard; somebody with the right where the application comes in vouches for it.
        access.RequireAt(Role.HeadOfCentre, intake);
        var number = IdentifierText.Normalise(request.Number!);
        return EarlyNumber().IsMatch(number) ? number : throw new RuleBrokenException("EarlyNumberForm", "An early number has 1 to 32 letters, digits and dashes.", Field);
    }

    [GeneratedRegex(EarlyPattern)]
    private static partial Regex EarlyNumber();

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };
}
