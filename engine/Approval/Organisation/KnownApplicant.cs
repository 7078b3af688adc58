using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Identifiers;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>An applicant as the database knows it.</summary>
/// <param name="ApplicantId">Its key.</param>
/// <param name="Name">Name.</param>
/// <param name="Phone">Telephone; null when it is not known.</param>
/// <param name="ExceptionReason">Why the number may break the standard; null for most.</param>
public sealed record KnownApplicant(Guid ApplicantId, string Name, string? Phone, string? ExceptionReason)
{
    private const string Find = "select applicant_id, name, phone, exception_reason from applicant where centre_id = $1 and kind = $2 and number = $3";

    internal static NpgsqlBatchCommand Query(int centreId, ApplicantKind kind, string? number) =>
        Sql.Command(Find, Sql.Of(centreId), Sql.Of((short)kind), Sql.Of(number is null ? null : IdentifierText.Normalise(number)));

    internal static KnownApplicant Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), CaseFields.Text(reader, 2), CaseFields.Text(reader, 3));

    /// <summary>Whether a request says nothing new of the applicant.</summary>
    internal bool IsAs(ApplicantRequest request) =>
        Name == request.Name && (request.Phone is null || request.Phone == Phone) && (request.ExceptionReason is null || request.ExceptionReason == ExceptionReason);
}
