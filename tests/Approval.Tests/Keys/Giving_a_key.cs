using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Keys;

public sealed class Giving_a_key(PostgresServer server) : CentreTest(server)
{
    /// <summary>The local day on which the clock of the tests stands.</summary>
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var root = (await Organisation()).Root.Code;
        await Send(new AddUnit(Admin, new AddUnitRequest("T", root, OrgUnitKind.District, LocalText.Same("Test district"))));
        await Send(new AddUnit(Admin, new AddUnitRequest("U", root, OrgUnitKind.District, LocalText.Same("Other district"))));
        await Send(new AddPerson(Admin, new AddPersonRequest("t.admin", "Local", TestServices.Password, [new GrantView(Role.Administrator, "T")])));
    }

    [Fact]
    public async Task lets_the_program_in_with_exactly_the_roles_given()
    {
        var given = await Give(Admin, "exchange", new GrantView(Role.System, "T"), new GrantView(Role.Auditor, "T"));

        var access = (await Open(given.Key))!;

        var organisation = await Organisation();
        access.UserName.Should().Be("program/exchange");
        access.Reaches(Role.System, organisation.Unit("T")).Should().BeTrue();
        access.Reaches(Role.System, organisation.Unit("U")).Should().BeFalse();
        access.Has(Role.Administrator, Role.Reviewer).Should().BeFalse();
    }

    [Fact]
    public async Task outlives_the_account_of_who_gave_it_but_is_listed_with_that()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("leaver", "Leaver", TestServices.Password, [new GrantView(Role.Administrator, "T")])));
        var leaver = (await Organisation()).FindPerson("leaver")!;
        var given = await Give(new Access("leaver", Admin.CentreId, leaver.Grants, []), "exchange", new GrantView(Role.Auditor, "T"));
        (await Send(new PreviewHandOver(Admin, "leaver", null))).Keys.Should().Be(1);

        await Send(new ChangePerson(Admin, "leaver", new ChangePersonRequest("Leaver", IsActive: false, [])));

        (await Open(given.Key)).Should().NotBeNull("a program shall not stop because a person leaves");
        (await Send(new ListKeys(Admin, null, 50) { IsGiverActive = false })).Items.Single().Should().BeEquivalentTo(new { Program = "exchange", IsGood = true, IsGiverActive = false });
        (await Send(new ListKeys(Admin, null, 50) { IsGiverActive = true })).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task is_good_to_the_end_of_its_last_local_day()
    {
        var given = await Give(Admin, "exchange", new GrantView(Role.Auditor, "T"));

        Services.Time.SetUtcNow(new DateTimeOffset(Today.AddDays(9).ToDateTime(new TimeOnly(15, 59, 59)), TimeSpan.Zero));
        (await Open(given.Key)).Should().NotBeNull("it is 23:59:59 at the centre");
        Services.Time.Advance(TimeSpan.FromSeconds(1));

        (await Open(given.Key)).Should().BeNull();
        (await Send(new ListKeys(Admin, null, 50))).Items.Single().IsGood.Should().BeFalse();
        (await Send(new ListKeys(Admin, null, 50) { IsGood = true })).Items.Should().BeEmpty();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(367)]
    public async Task is_refused_for_a_day_that_is_past_or_too_far_ahead(int days) =>
        (await FluentActions.Awaiting(() => Send(new GiveKey(Admin, new("exchange", [new(Role.Auditor, "T")], Today.AddDays(days))))).Should().ThrowAsync<RuleBrokenException>())
            .Which.Code.Should().Be("ExpiryInvalid");

    [Fact]
    public async Task is_refused_under_the_name_of_a_program_that_works_beyond_ones_reach()
    {
        var local = await AccessOf("t.admin");
        await Give(Admin, "portal", new GrantView(Role.Agent, "U"));
        await Give(local, "kiosk", new GrantView(Role.Agent, "T"));

        (await FluentActions.Awaiting(() => Give(local, "portal", new GrantView(Role.Agent, "T"))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("ProgramTaken");
        (await Give(local, "kiosk", new GrantView(Role.Agent, "T"))).Listed.Program.Should().Be("kiosk", "one's own may have a second one while it changes");
        (await Give(Admin, "kiosk", new GrantView(Role.Agent, "T"))).Listed.Program.Should().Be("kiosk");
    }

    [Fact]
    public async Task is_refused_without_a_name_or_a_role()
    {
        await FluentActions.Awaiting(() => Give(Admin, "no/slash", new GrantView(Role.Auditor, "T"))).Should().ThrowAsync<RuleBrokenException>();
        await FluentActions.Awaiting(() => Give(Admin, "exchange")).Should().ThrowAsync<RuleBrokenException>();
    }

    [Fact]
    public async Task opens_nothing_with_any_other_secret()
    {
        var given = await Give(Admin, "exchange", new GrantView(Role.Auditor, "T"));
        var other = await Give(Admin, "exchange", new GrantView(Role.Auditor, "T"));
        var mixed = given.Key[..^20] + other.Key[^20..];

        foreach (var wrong in new[] { mixed, given.Key + "A", given.Key[..^1], given.Listed.Code, $"approval_{given.Listed.Code}", $"approval_{given.Listed.Code}_", "approval_", "" })
        {
            (await Open(wrong)).Should().BeNull(wrong);
        }
    }

    [Fact]
    public async Task keeps_nothing_that_would_open()
    {
        var given = await Give(Admin, "exchange", new GrantView(Role.Auditor, "T"));
        var secret = given.Key.Split('_', 3)[2];

        (await Scalar("select count(*) from api_key k where k::text like '%' || $1 || '%'", secret)).Should().Be(0L);
        (await Scalar("select count(*) from admin_event e where e::text like '%' || $1 || '%'", secret)).Should().Be(0L);
        (await Scalar("select count(*) from admin_event e where e.act = 'KeyGiven' and e.subject = 'program/exchange' and e::text like '%' || $1 || '%'", given.Listed.Code)).Should().Be(1L);
        given.ToString().Should().NotContain(secret);
    }

    [Fact]
    public async Task says_when_it_was_used_last_to_the_minute()
    {
        var given = await Give(Admin, "exchange", new GrantView(Role.Auditor, "T"));
        (await LastUsed()).Should().BeNull();
        var first = Services.Time.GetUtcNow();

        await Open(given.Key);
        Services.Time.Advance(TimeSpan.FromSeconds(59));
        await Open(given.Key);
        (await LastUsed()).Should().Be(first);
        Services.Time.Advance(TimeSpan.FromSeconds(1));
        await Open(given.Key);

        (await LastUsed()).Should().Be(first.AddMinutes(1));
    }

    [Fact]
    public async Task is_for_administrators_within_their_own_units()
    {
        var local = await AccessOf("t.admin");
        var mine = await Give(local, "local", new GrantView(Role.Auditor, "T"));
        var wide = await Give(Admin, "wide", new GrantView(Role.Auditor, "T"), new GrantView(Role.Auditor, "U"));

        await FluentActions.Awaiting(() => Give(local, "wide", new GrantView(Role.Auditor, "U"))).Should().ThrowAsync<ForbiddenException>();
        (await Send(new ListKeys(local, null, 50))).Items.Select(key => key.Program).Should().Equal("local");
        await FluentActions.Awaiting(() => Send(new RevokeKey(local, wide.Listed.Code))).Should().ThrowAsync<NotFoundException>();
        await Send(new RevokeKey(local, mine.Listed.Code));
        (await Open(mine.Key)).Should().BeNull();
        (await Open(wide.Key)).Should().NotBeNull();
        (await Send(new ListKeys(Admin, null, 50) { IsGood = false })).Items.Single().RevokedBy.Should().Be("t.admin");
    }

    [Fact]
    public async Task is_no_matter_of_a_program()
    {
        var program = (await Open((await Give(Admin, "manager", new GrantView(Role.Administrator, "T"))).Key))!;

        (await FluentActions.Awaiting(() => Give(program, "offspring", new GrantView(Role.Auditor, "T"))).Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("NotAPerson");
    }

    [Fact]
    public async Task lists_them_page_by_page_newest_first()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            await Give(Admin, name, new GrantView(Role.Auditor, "T"));
        }

        var first = await Send(new ListKeys(Admin, null, 2));
        var second = await Send(new ListKeys(Admin, first.Next, 2));

        first.Items.Concat(second.Items).Select(key => key.Program).Should().Equal("three", "two", "one");
        second.Next.Should().BeNull();
        (await Send(new ListKeys(Admin, null, 2) { Search = "WO" })).Items.Select(key => key.Program).Should().Equal("two");
    }

    private Task<NewApiKey> Give(Access access, string program, params GrantView[] grants) => Send(new GiveKey(access, new(program, grants, Today.AddDays(9))));

    private Task<Access?> Open(string key) => Services.Get<ApiKeys>().AccessOf(key, Cancel);

    private async Task<DateTimeOffset?> LastUsed() => (await Send(new ListKeys(Admin, null, 50))).Items.Single().LastUsedAt;

    private ValueTask<CentreDirectory> Organisation() => Services.Get<OrgDirectory>().Of(Admin.CentreId, Cancel);

    private async Task<object?> Scalar(string sql, string value)
    {
        await using var command = Services.Get<Npgsql.NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(Cancel);
    }
}
