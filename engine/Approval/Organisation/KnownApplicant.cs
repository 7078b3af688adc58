using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>An applicant as an earlier application named it.</summary>
/// <param name="ApplicantId">Its key.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Telephone; null when it is not known.</param>
/// <param name="ExceptionReason">Why the number may break the standard; null for most.</param>
public sealed record KnownApplicant(Guid ApplicantId, string Name, string? Phone, string? ExceptionReason)
{
    private const string Find = "select applicant_id, name, phone, exception_reason from applicant where centre_id = $1 and kind = $2 and number = $3 and name = $4 and coalesce(phone, '') = coalesce($5, '')";

    /// <summary>Asks for the applicant of this number under this name and telephone: others of the number are other applications' words.</summary>
    internal static NpgsqlBatchCommand Query(int centreId, ApplicantRequest? applicant) => Sql.Command(
        Find, Sql.Of(centreId), Sql.Of((short)(applicant?.Kind ?? default)), Sql.Of(applicant?.Number is { } number ? IdentifierText.Normalise(number) : null),
        Sql.Of(applicant?.Name.Trim()), Sql.Of(applicant?.Phone));

    internal static KnownApplicant Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), CaseFields.Text(reader, 2), CaseFields.Text(reader, 3));

    /// <summary>Whether a request says nothing new of the applicant.</summary>
    internal bool IsAs(ApplicantRequest request) =>
        Name == request.Name && request.Phone == Phone && (request.ExceptionReason is null || request.ExceptionReason == ExceptionReason);
}
