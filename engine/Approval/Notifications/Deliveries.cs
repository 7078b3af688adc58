using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// What the applicant was told of a case. What went to people of the centre, as the words of an escalation, or to services of others is
/// delivered too, and is none of it.
/// </summary>
internal static class Deliveries
{
    /// <summary>Kind of a delivery to the applicant.</summary>
    public const string Applicant = "Applicant";

    /// <summary>Whom a flow calls the applicant.</summary>
    public const string ToApplicant = "applicant";

    /// <summary>Oldest first. Index (centre, case).</summary>
    public const string Select = $"select delivered_at, subject, text from delivery where centre_id = $1 and case_id = $2 and kind = '{Applicant}' order by delivery_id";

    public static CaseTold Read(NpgsqlDataReader read) => new(read.GetFieldValue<DateTimeOffset>(0), read.GetString(1), read.GetString(2));
}
