using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Organisation;

public sealed class Moving_units(PostgresServer server) : OrganisationTest(server)
{
    [Fact]
    public async Task moves_a_unit_with_all_below_it_and_with_them_who_reaches_it()
    {
        await Send(new AddUnit(Admin, new AddUnitRequest("T-1-1", "T-1", OrgUnitKind.Window, LocalText.Same("Window"))));
        await Add("t.reviewer", new GrantView(Role.Reviewer, "T"));
        await Add("u.reviewer", new GrantView(Role.Reviewer, "U"));

        var moved = await Send(new ChangeUnit(Admin, "T-1", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("Moved"), true, "U")));

        moved.Parent.Should().Be("U");
        var organisation = await Organisation();
        foreach (var unit in (string[])["T-1", "T-1-1"])
        {
            (await AccessOf("u.reviewer")).Reaches(Role.Reviewer, organisation.Unit(unit)).Should().BeTrue(unit);
            (await AccessOf("t.reviewer")).Reaches(Role.Reviewer, organisation.Unit(unit)).Should().BeFalse(unit);
        }

        await Send(new ChangeUnit(Admin, "T-1", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("Stays"), true)));
        (await Organisation()).Unit("T-1").ParentId.Should().Be(organisation.Unit("U").UnitId);
    }

    [Fact]
    public async Task goes_by_where_units_stand_and_not_by_a_copy_of_a_moment_ago()
    {
        var (t, u, moved) = ((await Organisation()).Unit("T"), (await Organisation()).Unit("U"), (await Organisation()).Unit("T-1"));
        await Send(new AddUnit(Admin, new AddUnitRequest("T-2", "T", OrgUnitKind.Department, LocalText.Same("Second"))));
        await Execute($"update org_unit set parent_id = {u.UnitId}, path = '{u.Path}{moved.UnitId}/' where unit_id = {moved.UnitId}");

        await Send(new AddUnit(Admin, new AddUnitRequest("T-1-9", "T-1", OrgUnitKind.Window, LocalText.Same("Window"))));
        var move = () => Send(new ChangeUnit(Admin, "T-1", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("x"), true, "T-2")));

        ((string?)await Scalar("select path from org_unit where code = 'T-1-9'")).Should().StartWith($"{u.Path}{moved.UnitId}/");
        (await Organisation()).Unit("T-1").Path.Should().StartWith(u.Path).And.NotStartWith(t.Path, "adding a unit had the copy read again");
        await Execute($"update org_unit set parent_id = {t.UnitId}, path = '{t.Path}{moved.UnitId}/' where unit_id = {moved.UnitId}");
        (await move.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("UnitMoved");
    }

    [Fact]
    public async Task leaves_a_unit_where_it_is_when_it_cannot_stand_elsewhere()
    {
        await Add("t.admin", new GrantView(Role.Administrator, "T"));
        var local = await AccessOf("t.admin");
        var root = (await Organisation()).Root.Code;
        var before = (await Organisation()).Units.Select(unit => unit.Path).ToList();
        ChangeUnitRequest Below(string parent) => new(OrgUnitKind.Department, LocalText.Same("x"), true, parent);

        (await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, "T", Below("T-1")))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitBelowItself");
        (await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, "T", Below("T")))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitBelowItself");
        (await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, root, Below("T")))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitIsRoot");
        (await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, "T-1", Below("nowhere")))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitUnknown");
        await FluentActions.Awaiting(() => Send(new ChangeUnit(local, "T-1", Below("U")))).Should().ThrowAsync<ForbiddenException>("the new place is not the administrator's");
        await FluentActions.Awaiting(() => Send(new ChangeUnit(local, "T", Below("U")))).Should().ThrowAsync<ForbiddenException>();
        await Send(new ChangeUnit(Admin, "U", new ChangeUnitRequest(OrgUnitKind.Department, LocalText.Same("U"), IsActive: false)));
        (await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, "T-1", Below("U")))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitClosed");
        (await Organisation()).Units.Select(unit => unit.Path).Should().Equal(before);
    }
}
