using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// What <see cref="AlertProcedure"/> says of one alert, as conditions on rows <c>a</c>: for lists and counts of those that wait for a person.
/// </summary>
internal static class AlertDuties
{
    /// <summary>Somebody <c>j</c> who may judge it still: they do not answer for it, and have not decided on it.</summary>
    private const string IsFree = """
        not coalesce(a.person = j.name, (a.unit_id, j.name) in (select * from unnest(@headUnits, @heads)))
            and not exists (select from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id and x.actor = j.name and x.status in (3, 4))
        """;

    // Index ix_alert_waiting: person and status.
    private const string AnswerAsHead = "a.status in (0, 1) and a.person is null and a.unit_id = any(@headOf)";

    // Index ix_alert_to_decide. An escalated one is for those above; it comes back where nobody is left there, and goes up by itself where nobody of the unit is.
    private const string Decide = $"""
        a.status in (2, 5, 6)
            and exists (select from (select @me::text as name) j where {IsFree})
            and case when a.escalated_from is not null and exists (select from unnest(@aboveUnits, @above) j(unit, name) where j.unit = a.escalated_from and {IsFree}) then a.escalated_from = any(@below)
                else a.unit_id = any(@supervised) or (a.unit_id = any(@below) and not exists (select from unnest(@judgeUnits, @judges) j(unit, name) where j.unit = a.unit_id and {IsFree})) end
        """;

    /// <summary>The condition, beginning with <c>and</c>; empty where nothing is asked.</summary>
    public static string Of(AlertDuty? duty) => duty switch
    {
        AlertDuty.Answer => $" and ((a.status in (0, 1) and a.person = @me) or ({AnswerAsHead}))",
        AlertDuty.AnswerAsHead => $" and {AnswerAsHead}",
        AlertDuty.Decide => $" and {Decide}",
        _ => "",
    };

    /// <summary>
    /// The units of which an alert waits for a decision, or from which one was handed up: only of them is it asked who judges. Index ix_alert_to_decide.
    /// </summary>
    public const string UnitsToDecide = """
        select distinct v.unit from alert a cross join lateral (values (a.unit_id), (a.escalated_from)) v(unit)
        where a.centre_id = $1 and a.status in (2, 5, 6) and v.unit is not null
        """;

    /// <summary>Gives a command what the conditions name besides <c>@me</c>. To programs nothing falls: people answer, and people judge.</summary>
    /// <param name="command">The question.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="directory">The organisation.</param>
    /// <param name="toDecide">See <see cref="UnitsToDecide"/>; empty where no decision is asked for.</param>
    public static void Add(NpgsqlCommand command, Access access, CentreDirectory directory, IReadOnlyList<int> toDecide)
    {
        var asked = access.IsProgram ? access with { Grants = [] } : access;
        AddUnits(command, "headOf", directory.UnitsIn(asked, Role.HeadOfCentre));
        AddUnits(command, "supervised", directory.UnitsIn(asked, Role.Supervisor));
        AddUnits(command, "below", directory.Units.Where(unit => Escalation.IsAbove(asked.Grants, unit)).Select(unit => unit.UnitId));
        AddPeople(command, "headUnits", "heads", directory, toDecide, (person, unit) => Holds(person, Role.HeadOfCentre, unit));
        AddPeople(command, "judgeUnits", "judges", directory, toDecide, (person, unit) => person.IsActive && Holds(person, Role.Supervisor, unit));
        AddPeople(command, "aboveUnits", "above", directory, toDecide, (person, unit) => person.IsActive && Escalation.IsAbove(person.Grants, unit));
    }

    private static bool Holds(PersonEntry person, Role role, UnitEntry unit) => person.Grants.Any(grant => grant.Role == role && unit.IsWithin(grant.UnitPath));

    private static void AddUnits(NpgsqlCommand command, string name, IEnumerable<int> units) =>
        command.Parameters.Add(new(name, NpgsqlDbType.Array | NpgsqlDbType.Integer) { Value = units.ToArray() });

    /// <summary>Two lists side by side: each unit with each person who stands to it so.</summary>
    private static void AddPeople(NpgsqlCommand command, string units, string names, CentreDirectory directory, IReadOnlyList<int> among, Func<PersonEntry, UnitEntry, bool> stands)
    {
        var people = directory.People.Where(person => person.Grants.Any(grant => grant.Role is Role.Supervisor or Role.HeadOfCentre)).ToArray();
        var pairs = among.Select(directory.Unit).SelectMany(unit => people.Where(person => stands(person, unit)).Select(person => (unit.UnitId, person.UserName))).ToArray();
        AddUnits(command, units, pairs.Select(pair => pair.UnitId));
        command.Parameters.Add(new(names, NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = pairs.Select(pair => pair.UserName).ToArray() });
    }
}
