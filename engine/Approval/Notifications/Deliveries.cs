using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Reads what people were told of a case.</summary>
internal static class Deliveries
{
    private const string Person = "user:";
    private const string Unit = "unit:";

    // Nobody had the task when its assignees were to be told.
    private const string Nobody = "assignees";

    /// <summary>All of a case, oldest first. Index (centre, case).</summary>
    public const string Select = "select delivered_at, recipient, subject, text from delivery where centre_id = $1 and case_id = $2 order by delivery_id";

    /// <summary>What the applicant was told, oldest first.</summary>
    public const string ToApplicant = $"""
        select delivered_at, recipient, subject, text from delivery
        where centre_id = $1 and case_id = $2 and recipient not like '{Person}%' and recipient not like '{Unit}%' and recipient <> '{Nobody}' order by delivery_id
        """;

    public static CaseTold Read(NpgsqlDataReader read)
    {
        var recipients = read.GetString(1).Split(", ");
        return new(read.GetFieldValue<DateTimeOffset>(0), read.GetString(2), read.GetString(3))
        {
            People = [.. Named(recipients, Person)],
            Units = [.. Named(recipients, Unit)],
            IsToApplicant = recipients is not [Nobody] && !recipients.Any(one => one.StartsWith(Person, StringComparison.Ordinal) || one.StartsWith(Unit, StringComparison.Ordinal)),
        };
    }

    private static IEnumerable<string> Named(IEnumerable<string> recipients, string kind) =>
        recipients.Where(one => one.StartsWith(kind, StringComparison.Ordinal)).Select(one => one[kind.Length..]);
}
