using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests.Organisation;

public sealed class Administering_people(PostgresServer server) : OrganisationTest(server)
{
    [Fact]
    public async Task gives_rights_that_reach_down_the_tree_and_nowhere_else()
    {
        await Add("reviewer", new GrantView(Role.Reviewer, "T"));

        var access = await AccessOf("reviewer");
        var organisation = await Organisation();
        access.Reaches(Role.Reviewer, organisation.Unit("T-1")).Should().BeTrue();
        access.Reaches(Role.Reviewer, organisation.Unit("U")).Should().BeFalse();
        access.Reaches(Role.Supervisor, organisation.Unit("T")).Should().BeFalse();
        organisation.UnitsIn(access, Role.Reviewer).Select(id => organisation.Unit(id).Code).Should().BeEquivalentTo("T", "T-1");
        organisation.Holders(organisation.Unit("T-1"), Role.Reviewer).Select(person => person.UserName).Should().Contain("reviewer");
    }

    [Fact]
    public async Task offers_work_for_a_post_only_to_those_who_hold_it()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("head", "Head", Password, [new GrantView(Role.Reviewer, "T")], [new HoldingView("t-head", "T")])));
        await Add("reviewer", new GrantView(Role.Reviewer, "T"));

        var organisation = await Organisation();
        organisation.Holders(organisation.Unit("T-1"), Role.Reviewer, "t-head").Select(person => person.UserName).Should().Equal("head");
    }

    [Fact]
    public async Task gives_a_post_another_name_and_leaves_who_holds_it()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("head", "Head", Password, [new GrantView(Role.Reviewer, "T")], [new HoldingView("t-head", "T")])));
        await Add("t.admin", new GrantView(Role.Administrator, "T"));
        var local = await AccessOf("t.admin");

        await Send(new ChangePost(Admin, "t-head", LocalText.Same("Section head")));

        var organisation = await Organisation();
        organisation.Posts.Single(post => post.Code == "t-head").Name.En.Should().Be("Section head");
        organisation.Holders(organisation.Unit("T-1"), Role.Reviewer, "t-head").Should().ContainSingle();
        await FluentActions.Awaiting(() => Send(new ChangePost(local, "t-head", LocalText.Same("x")))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new ChangePost(Admin, "nobodys", LocalText.Same("x")))).Should().ThrowAsync<NotFoundException>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\u202eb")]
    [InlineData("a\0b")]
    public async Task refuses_names_that_say_nothing_or_something_else(string name)
    {
        var nobody = LocalText.Same("x") with { En = name };

        foreach (var refused in (Func<Task>[])[
            () => Send(new ChangePost(Admin, "t-head", nobody)), () => Send(new AddPost(Admin, new PostView("new", nobody))),
            () => Send(new AddUnit(Admin, new AddUnitRequest("T-9", "T", OrgUnitKind.Department, nobody))), () => Send(new ChangeUnit(Admin, "T-1", new ChangeUnitRequest(OrgUnitKind.Department, nobody, true))),
            () => Send(new AddPerson(Admin, new AddPersonRequest("anon", name, Password, [new GrantView(Role.Reviewer, "T")])))])
        {
            await FluentActions.Awaiting(refused).Should().ThrowAsync<RuleBrokenException>();
        }

        await FluentActions.Awaiting(() => Send(new ChangeUnit(Admin, "T-1", new ChangeUnitRequest((OrgUnitKind)99, LocalText.Same("x"), true)))).Should().ThrowAsync<RuleBrokenException>();
    }

    [Fact]
    public async Task of_whom_a_post_lies_elsewhere_is_left_to_those_who_reach_it()
    {
        await Add("t.admin", new GrantView(Role.Administrator, "T"));
        await Send(new AddPerson(Admin, new AddPersonRequest("both", "Both", Password, [new GrantView(Role.Reviewer, "T")], [new HoldingView("t-head", "U")])));
        var local = await AccessOf("t.admin");

        await FluentActions.Awaiting(() => Send(new ChangePerson(local, "both", new ChangePersonRequest("Renamed", true, [new GrantView(Role.Reviewer, "T")], [])))).Should().ThrowAsync<ForbiddenException>();

        (await Organisation()).FindPerson("both")!.Posts.Should().ContainSingle();
    }

    [Fact]
    public async Task is_limited_to_the_units_that_the_administrator_holds()
    {
        await Add("t.admin", new GrantView(Role.Administrator, "T"));
        await Add("u.reviewer", new GrantView(Role.Reviewer, "U"));
        var local = await AccessOf("t.admin");

        await Add("t.reviewer", new GrantView(Role.Reviewer, "T-1"), local);
        await FluentActions.Awaiting(() => Add("intruder", new GrantView(Role.Reviewer, "U"), local)).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new ChangePerson(local, "u.reviewer", new ChangePersonRequest("x", true, [])))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new ChangePerson(local, "admin", new ChangePersonRequest("x", false, [])))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new SetPassword(local, "admin", new NewPasswordRequest(Password)))).Should().ThrowAsync<ForbiddenException>();
        (await Send(new ListPeople(local, null, 200))).Items.Select(person => person.UserName).Should().BeEquivalentTo("t.admin", "t.reviewer");
    }

    [Fact]
    public async Task writes_over_nothing_that_somebody_else_has_changed_meanwhile()
    {
        await Add("t.one", new GrantView(Role.Reviewer, "T"));
        var seen = await Send(new GetPerson(Admin, "t.one"));
        await Send(new ChangePerson(Admin, "t.one", new ChangePersonRequest(seen.DisplayName, true, [new GrantView(Role.Auditor, "T"), new GrantView(Role.Reviewer, "U")], BuildsOn: seen)));

        var late = await FluentActions.Awaiting(() => Send(new ChangePerson(Admin, "t.one", new ChangePersonRequest("Late", true, seen.Grants, BuildsOn: seen)))).Should().ThrowAsync<ConflictException>();

        var now = await Send(new GetPerson(Admin, "t.one"));
        late.Which.Code.Should().Be("PersonMovedOn");
        late.Which.Happened.Should().BeOfType<PersonView>().Which.IsAs(now).Should().BeTrue("whoever is late is told what it was changed to");
        now.DisplayName.Should().Be(seen.DisplayName);
        now.Grants.Should().BeEquivalentTo([new GrantView(Role.Auditor, "T"), new GrantView(Role.Reviewer, "U")]);
        (await Send(new ChangePerson(Admin, "t.one", new ChangePersonRequest("Renamed", true, now.Grants, BuildsOn: now with { Grants = [.. now.Grants.Reverse()] })))).DisplayName.Should().Be("Renamed");
    }

    [Fact]
    public async Task finds_people_by_name_by_unit_and_by_whether_they_have_left()
    {
        await Add("t.one", new GrantView(Role.Reviewer, "T-1"));
        await Add("u.two", new GrantView(Role.Reviewer, "U"));
        await Send(new ChangePerson(Admin, "t.one", new ChangePersonRequest("Somebody", IsActive: false, [new GrantView(Role.Reviewer, "T-1")])));

        (await Found(new(Admin, null, 200) { Unit = "T" })).Should().Equal("t.one");
        (await Found(new(Admin, null, 200) { Search = " SOMEB" })).Should().Equal("t.one");
        (await Found(new(Admin, null, 200) { Search = "u.tw" })).Should().Equal("u.two");
        (await Found(new(Admin, null, 200) { IsActive = false })).Should().Equal("t.one");
        (await Found(new(Admin, null, 200) { Unit = "T", IsActive = true })).Should().BeEmpty();
    }

    [Theory]
    [InlineData(PersonSort.Name, "t.c t.a t.b t.d")]
    [InlineData(PersonSort.NameBackwards, "t.d t.b t.a t.c")]
    [InlineData(PersonSort.User, "t.a t.b t.c t.d")]
    [InlineData(PersonSort.UserBackwards, "t.d t.c t.b t.a")]
    public async Task lists_them_a_page_at_a_time_in_each_order(PersonSort sort, string order)
    {
        foreach (var (userName, name) in new[] { ("t.a", "Same"), ("t.b", "Same"), ("t.c", "Early"), ("t.d", "zuletzt") })
        {
            await Add(userName, new GrantView(Role.Reviewer, "T"));
            await Send(new ChangePerson(Admin, userName, new ChangePersonRequest(name, true, [new GrantView(Role.Reviewer, "T")])));
        }

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await Send(new ListPeople(Admin, after, 1) { Unit = "T", Sort = sort });
            seen.AddRange(page.Items.Select(person => person.UserName));
            after = page.Next;
        }
        while (after is not null && seen.Count < 20);

        string.Join(' ', seen).Should().Be(order);
    }

    private async Task<IEnumerable<string>> Found(ListPeople wanted) => (await Send(wanted)).Items.Select(person => person.UserName);

    [Fact]
    public async Task refuses_a_person_who_may_not_have_an_account_and_leaves_nothing_behind()
    {
        var refusal = await FluentActions.Awaiting(() => Send(new AddPerson(Admin, new AddPersonRequest("weak", "Weak", "short", [new GrantView(Role.Reviewer, "T")]))))
            .Should().ThrowAsync<RuleBrokenException>();

        refusal.Which.Where.Should().Be("password");
        (await Services.Get<OrgDirectory>().AccessOf("weak", TestContext.Current.CancellationToken)).Should().BeNull();
        await FluentActions.Awaiting(() => Add("admin", new GrantView(Role.Reviewer, "T"))).Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Where == "userName");
        await FluentActions.Awaiting(() => Add("x", new GrantView(Role.Reviewer, "nowhere"))).Should().ThrowAsync<RuleBrokenException>().WithMessage("*nowhere*");
        await FluentActions.Awaiting(() => Add("nobody", new GrantView((Role)99, "T"))).Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Code == "RoleUnknown");
        await FluentActions.Awaiting(() => Add("robot", new GrantView(Role.System, "T"))).Should().ThrowAsync<RuleBrokenException>().Where(broken => broken.Code == "RoleNotForPeople");
    }

    [Fact]
    public async Task deactivates_nobody_who_still_has_work()
    {
        await Add("reviewer", new GrantView(Role.Reviewer, "T"));
        var gone = new ChangePersonRequest("Gone", IsActive: false, []);
        await Execute("""
            insert into task_open (centre_id, case_id, task_no, activity_id, kind, title, unit_id, role, assignee, outcomes, barred, opened_at, item_id, case_no)
            values (1, gen_random_uuid(), 1, 'a', 1, '{}', 1, 'Reviewer', 'reviewer', '{}', '{}', now(), 1, 'n')
            """);

        await FluentActions.Awaiting(() => Send(new ChangePerson(Admin, "reviewer", gone))).Should().ThrowAsync<ConflictException>().Where(conflict => conflict.Code == "PersonHasOpenTasks");
        (await AccessOf("reviewer")).Has(Role.Reviewer).Should().BeTrue("nothing was changed");

        await Execute("delete from task_open");
        await Send(new ChangePerson(Admin, "reviewer", gone));
        (await Services.Get<OrgDirectory>().AccessOf("reviewer", TestContext.Current.CancellationToken)).Should().BeNull();
    }

    [Fact]
    public async Task leaves_at_least_one_administrator_even_when_two_dismiss_each_other()
    {
        await Execute("delete from role_grant where role = 'Administrator' and user_id <> (select id from users where user_name = 'admin')");
        await Add("second", new GrantView(Role.Administrator, (await Root()).Code));
        var second = await AccessOf("second");

        var outcomes = await Task.WhenAll(Dismiss(Admin, "second"), Dismiss(second, "admin"));

        outcomes.Should().BeEquivalentTo([true, false]);
    }

    [Fact]
    public async Task is_seen_by_another_host_within_seconds()
    {
        await using var other = TestServices.Build(ConnectionString);
        await Add("newcomer", new GrantView(Role.Reviewer, "T"));
        var access = await other.Get<OrgDirectory>().AccessOf("newcomer", TestContext.Current.CancellationToken);
        access!.Has(Role.Supervisor).Should().BeFalse();

        await Send(new ChangePerson(Admin, "newcomer", new ChangePersonRequest("Newcomer", true, [new GrantView(Role.Supervisor, "T")])));

        await Task.Delay(1100, TestContext.Current.CancellationToken);
        (await other.Get<OrgDirectory>().AccessOf("newcomer", TestContext.Current.CancellationToken))!.Has(Role.Supervisor).Should().BeTrue();
    }

    [Fact]
    public async Task hashes_passwords_and_leaves_none_in_the_trail()
    {
        await Add("reviewer", new GrantView(Role.Reviewer, "T"));
        await Send(new SetPassword(Admin, "reviewer", new NewPasswordRequest("another long one")));

        await using var scope = Services.Provider.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        (await users.CheckPasswordAsync((await users.FindByNameAsync("reviewer"))!, "another long one")).Should().BeTrue();
        (await Scalar("select count(*) from admin_event where payload::text like '%long%'")).Should().Be(0L);
        (await Scalar("select count(*) from admin_event where subject = 'reviewer'")).Should().Be(2L);
        new AddPerson(Admin, new AddPersonRequest("x", "X", Password, [])).ToString().Should().NotContain(Password);
        new SetPassword(Admin, "x", new NewPasswordRequest(Password)).ToString().Should().NotContain(Password);
    }

    [Fact]
    public async Task is_left_to_people()
    {
        await Add("reviewer", new GrantView(Role.Reviewer, "T"));
        var program = Admin with { UserName = "program/roster", IsProgram = true };
        var row = new PersonRow(2, "new.one", "New", [new GrantView(Role.Reviewer, "T")], []);

        foreach (var refused in (Func<Task>[])[
            () => Add("robot", new GrantView(Role.Administrator, "T"), program), () => Send(new ChangePerson(program, "reviewer", new ChangePersonRequest("x", true, [new GrantView(Role.Administrator, "T")]))),
            () => Send(new SetPassword(program, "reviewer", new NewPasswordRequest(Password))), () => Send(new ResetSecondStep(program, "reviewer")),
            () => Send(new ImportPeople(program, new ImportPeopleRequest([row], Password)))])
        {
            (await FluentActions.Awaiting(refused).Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("NotAPerson");
        }
    }

    [Fact]
    public async Task gives_nobody_another_password_of_their_own_without_the_present_one() =>
        (await FluentActions.Awaiting(() => Send(new SetPassword(Admin, Admin.UserName, new NewPasswordRequest(Password)))).Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("PasswordIsOwn");

    private async Task<bool> Dismiss(Access by, string userName)
    {
        try
        {
            await Send(new ChangePerson(by, userName, new ChangePersonRequest("Dismissed", false, [])));
            return true;
        }
        catch (RuleBrokenException broken) when (broken.Code == "LastAdministrator")
        {
            return false;
        }
    }
}
