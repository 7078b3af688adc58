using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace Approval.Tests.Supervision;

/// <summary>A city with a district in it: who may decide what a supervisor has handed up.</summary>
public sealed class Those_above_an_alert
{
    private static readonly UnitEntry City = new(1, null, "C", OrgUnitKind.City, LocalText.Same("C"), "/1/", true);
    private static readonly UnitEntry District = new(2, 1, "D", OrgUnitKind.District, LocalText.Same("D"), "/1/2/", true);
    private static readonly UnitEntry Town = new(3, 2, "T", OrgUnitKind.Town, LocalText.Same("T"), "/1/2/3/", true);

    private static readonly CentreDirectory Directory = new(
        new CentreEntry(1, "C", LocalText.Same("C"), "Asia/Shanghai", "ours", new CentreSettings()), [City, District, Town],
        [
            Person("clerk", (Role.Reviewer, Town)), Person("district", (Role.Supervisor, District)), Person("district2", (Role.Supervisor, District)), Person("head", (Role.HeadOfCentre, District)),
            Person("city", (Role.Supervisor, City)), Person("gone", isActive: false, (Role.Supervisor, City)), Person("auditor", (Role.Auditor, City)),
        ],
        [], []);

    [Fact]
    public void are_the_supervisors_of_the_larger_unit_and_the_head_of_the_unit_itself() =>
        Procedure("Explained").Above(District, "district").Select(person => person.UserName).Should().Equal("city", "head");

    [Fact]
    public void are_never_who_answers_for_it() =>
        Procedure("Explained", person: "city").Above(District).Select(person => person.UserName).Should().Equal("head");

    [Fact]
    public void are_never_the_head_where_nobody_had_taken_the_task() =>
        Procedure("Explained", person: null).Above(District).Select(person => person.UserName).Should().Equal("city");

    [Theory]
    [InlineData("district", "")]
    [InlineData("district2", "")]
    [InlineData("auditor", "")]
    [InlineData("clerk", "")]
    [InlineData("head", "Accepted Upheld")]
    [InlineData("city", "Accepted Upheld")]
    public void alone_decide_what_left_the_district(string user, string next) => Next(Procedure("Escalated", from: District), user).Should().Be(next);

    [Theory]
    [InlineData("district2", "Accepted Upheld Escalated")]
    [InlineData("city", "Accepted Upheld")]
    [InlineData("head", "")]
    public void have_nothing_to_do_with_what_was_not_handed_up(string user, string next) => Next(Procedure("Explained"), user).Should().Be(next, "{0} decides in their own right or not at all", user);

    [Fact]
    public void who_have_all_decided_leave_the_appeal_to_the_district()
    {
        var appealed = Procedure("Appealed", from: District, decided: ["city", "head"]);

        Next(appealed, "district").Should().Be("Accepted Upheld");
        Next(appealed, "city").Should().BeEmpty();
    }

    [Fact]
    public void are_people()
    {
        var supervisor = AccessOf("district2");

        Procedure("Explained").Next(supervisor).Should().NotBeEmpty();
        Procedure("Explained").Next(supervisor with { IsProgram = true }).Should().BeEmpty();
    }

    private static string Next(AlertProcedure procedure, string user) => string.Join(' ', procedure.Next(AccessOf(user)));

    private static Access AccessOf(string user)
    {
        var person = Directory.FindPerson(user)!;
        return new Access(user, 1, person.Grants, person.Posts);
    }

    private static AlertProcedure Procedure(string status, string? person = "clerk", UnitEntry? from = null, params string[] decided) => new(
        Directory,
        new AlertListed(1, Guid.Empty, "1", "I", "Promised", "YellowCard", default, default, 1, person, "T", null, status, true, null),
        [.. decided.Select(user => new AlertActView("Upheld", default, user, "x"))],
        from);

    private static PersonEntry Person(string name, params (Role Role, UnitEntry Unit)[] roles) => Person(name, true, roles);

    private static PersonEntry Person(string name, bool isActive, params (Role Role, UnitEntry Unit)[] roles) =>
        new(0, name, name, isActive, [.. roles.Select(held => new Grant(held.Role, held.Unit.UnitId, held.Unit.Path))], [], null);
}
