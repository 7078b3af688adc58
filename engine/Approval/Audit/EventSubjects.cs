using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What people call that which events name by key: cases by their number, people by what they are called.</summary>
internal sealed class EventSubjects(CaseDatabase database, OrgDirectory directories)
{
    private const int Most = 50;

    // Index (centre_id, case_no), and ix_cases_case_no_reversed for the end of a number.
    private const string Cases = """
        (select c.case_id from cases c where c.centre_id = $1 and c.case_no = $2 limit $4)
        union
        (select c.case_id from cases c where c.centre_id = $1 and $3::text is not null and starts_with(reverse(c.case_no), $3) limit $4)
        """;

    /// <summary>The user names that a filter means; null for all.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="said">A user name or a part of one, or of what people are called.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string[]?> ActorsAsync(int centreId, string? said, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(said) ? null : await PeopleAsync(centreId, said.Trim(), cancel);

    /// <summary>The subjects that a filter means; null for all.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="said">A case number or its last digits, a part of a person's name, or how a subject begins.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How they begin, and those that are whole: a person is the subject by name and, of signing in, as an account.</returns>
    public async Task<(string[] Beginnings, string[] Whole)?> SubjectsAsync(int centreId, string? said, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(said))
        {
            return null;
        }

        var text = said.Trim();
        var cases = await database.ListAsync(
            Cases, reader => reader.GetGuid(0), cancel, Sql.Of(centreId), Sql.Of(text.ToUpperInvariant()), Sql.Of(CaseSearch.EndOfNumber(text)), Sql.Of(Most));
        if (cases.Count > 0)
        {
            return ([.. cases.Select(one => $"case/{one}")], []);
        }

        var people = await PeopleAsync(centreId, text, cancel);
        var isWhole = people is [_] && (await directories.Of(centreId, cancel)).FindPerson(text) is not null;
        return (isWhole ? [] : [text], [.. people.SelectMany(name => new[] { name, EventLog.Account + name })]);
    }

    /// <summary>What was said, and whose name it is a part of; a whole user name means nobody else.</summary>
    private async Task<string[]> PeopleAsync(int centreId, string said, CancellationToken cancel)
    {
        var directory = await directories.Of(centreId, cancel);
        return directory.FindPerson(said) is not null
            ? [said]
            : [said, .. directory.People.Where(person => IsPart(person.UserName) || IsPart(person.DisplayName)).Select(person => person.UserName)];

        bool IsPart(string name) => name.Contains(said, StringComparison.OrdinalIgnoreCase);
    }
}
