using System.Net;
using System.Net.Http.Json;
using ApprovalEngine.Contracts.Accounts;
using Host.Tests.Api;
using OtpNet;

namespace Host.Tests.Outer;

[Collection("A provider")]
public sealed class Signing_in_with_a_provider(HostWithProvider host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task leads_to_the_page_asked_for_with_the_roles_held_here(bool isNameInToken)
    {
        var name = await host.AddPerson();
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), name, isNameInToken);

        var place = await visitor.SignIn("/office/cases?page=2");

        place.PathAndQuery.Should().Be("/office/cases?page=2");
        var me = await visitor.Me();
        me.GetProperty("userName").GetString().Should().Be(name);
        me.GetProperty("roles").EnumerateArray().Select(held => held.GetProperty("role").GetString()).Should().Equal("Reviewer");
        (await host.Trail(name)).Should().Equal("AccountLinked", "SignedIn Succeeded");
    }

    [Fact]
    public async Task is_offered_where_people_sign_in()
    {
        using var visitor = host.Visitor();

        var page = await visitor.Read(new Uri(host.Address, "/?returnUrl=%2Foffice%2Finbox"));

        page.Should().Contain("href=\"sign-in/provider?returnUrl=%2Foffice%2Finbox\"").And.Contain("Outer Sign-in");
    }

    [Fact]
    public async Task holds_the_account_by_issuer_and_subject_once_it_is_linked()
    {
        var (name, subject) = (await host.AddPerson(), Visitor.Subject());
        using var person = host.Visitor();
        person.Be(subject, name);
        await person.SignIn();
        using var renamed = host.Visitor();
        renamed.Be(subject, "a-new-name-at-the-provider");
        using var stranger = host.Visitor();
        stranger.Be(Visitor.Subject(), name);

        (await renamed.SignIn()).AbsolutePath.Should().Be("/office");
        var refused = await stranger.SignIn();

        (await renamed.Me()).GetProperty("userName").GetString().Should().Be(name);
        refused.PathAndQuery.Should().StartWith("/?refused=Taken");
        (await stranger.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        (await host.Trail(name)).Should().Equal("AccountLinked", "SignedIn Succeeded", "SignedIn Succeeded", "SignInRefused Taken");
    }

    [Fact]
    public async Task links_one_of_two_who_come_with_the_same_name_at_once()
    {
        var name = await host.AddPerson();
        var visitors = Enumerable.Range(0, 4).Select(_ => host.Visitor()).ToList();
        visitors.ForEach(visitor => visitor.Be(Visitor.Subject(), name));

        var places = await Task.WhenAll(visitors.Select(visitor => visitor.SignIn()));

        places.Count(place => place.AbsolutePath == "/office").Should().Be(1);
        places.Count(place => place.Query.StartsWith("?refused=Taken", StringComparison.Ordinal)).Should().Be(3);
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task refuses_who_is_unknown_here_and_leaves_a_trace()
    {
        var (name, subject) = ($"unknown-{Guid.NewGuid():N}", Visitor.Subject());
        using var visitor = host.Visitor();
        visitor.Be(subject, name);

        var place = await visitor.SignIn();

        (await visitor.Read(place)).Should().Contain("id=\"failure\"").And.Contain("没有账号").And.NotContain(name);
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        (await host.Trail(name)).Should().Equal("SignInRefused Unknown");
    }

    [Fact]
    public async Task refuses_who_is_deactivated_linked_or_not()
    {
        var (linked, name, subject) = (await host.AddPerson(), await host.AddPerson(), Visitor.Subject());
        using var visitor = host.Visitor();
        visitor.Be(subject, linked);
        await visitor.SignIn();
        using var admin = await host.As("admin");
        foreach (var who in new[] { linked, name })
        {
            (await admin.PutAsJsonAsync($"/api/v1/organisation/people/{who}", new { displayName = "走了", isActive = false, grants = Array.Empty<object>() }, Cancel)).EnsureSuccessStatusCode();
        }

        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized, "the session that stood has ended");
        var again = await visitor.SignIn();
        visitor.Be(Visitor.Subject(), name);
        var first = await visitor.SignIn();

        new[] { again, first }.Should().OnlyContain(place => place.Query.StartsWith("?refused=Inactive"));
        (await visitor.Read(first)).Should().Contain("已停用");
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        (await host.Trail(name)).Should().Equal("SignInRefused Inactive");
    }

    [Fact]
    public async Task refuses_a_locked_account_until_the_lock_ends()
    {
        var name = await host.AddPerson();
        using var guesser = host.Visitor();
        for (var i = 0; i < 8; i++)
        {
            await guesser.Browser.Post("/api/v1/sign-in", JsonContent.Create(new SignInRequest(name, "wrong")));
        }

        guesser.Be(Visitor.Subject(), name);

        (await guesser.SignIn()).Query.Should().StartWith("?refused=Locked");
        (await host.Trail(name)).Should().NotContain("AccountLinked");
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task never_leads_to_another_site(string returnUrl)
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());

        (await visitor.SignIn(returnUrl)).Should().Be(new Uri(host.Address, "/"));
    }

    [Fact]
    public async Task still_asks_for_the_second_step_that_somebody_has_turned_on_here()
    {
        var name = await host.AddPerson();
        var recovery = await TurnSecondStepOn(name);
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), name);

        var asked = await visitor.SignIn("/office/inbox");

        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        var wrong = await visitor.Browser.Submit(asked, await visitor.Read(asked), ("Step.Code", "000000"));
        wrong.StatusCode.Should().Be(HttpStatusCode.OK);
        var right = await visitor.Browser.Submit(asked, await visitor.Read(asked), ("Step.Code", recovery));
        right.Headers.Location!.ToString().Should().EndWith("/office/inbox");
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.OK);
        (await visitor.SignOut())!.ContinueAt.Should().NotBeNull("the provider's session ends too, two steps or one");
    }

    [Fact]
    public async Task ends_with_all_the_persons_sign_ins()
    {
        var name = await host.AddPerson();
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), name);
        await visitor.SignIn();
        using var program = await host.As(name);

        (await program.PostAsync("/api/v1/me/sign-out-everywhere", null, Cancel)).EnsureSuccessStatusCode();

        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task can_be_given_to_another_outer_account_by_an_administrator_only()
    {
        var (name, subject) = (await host.AddPerson(), Visitor.Subject());
        using var before = host.Visitor();
        before.Be(subject, name);
        await before.SignIn();
        using var person = await host.As(name);
        using var admin = await host.As("admin");
        var address = $"/api/v1/organisation/people/{name}/outer-accounts";

        (await person.DeleteAsync(address, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await admin.GetFromJsonAsync<IReadOnlyList<OuterAccountView>>(address, Cancel))!.Select(account => account.Subject).Should().Equal(subject);
        (await admin.DeleteAsync(address, Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await before.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        using var after = host.Visitor();
        after.Be(Visitor.Subject(), name);
        (await after.SignIn()).AbsolutePath.Should().Be("/office");
        (await before.SignIn()).Query.Should().StartWith("?refused=Taken");
    }

    [Fact]
    public async Task ends_at_the_provider_too_when_one_signs_out()
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());
        await visitor.SignIn();

        var answer = await visitor.SignOut();

        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
        visitor.IsAtProvider.Should().BeTrue();
        var back = await visitor.Next(answer!.ContinueAt!);
        visitor.IsAtProvider.Should().BeFalse();
        back.Should().Be(new Uri(host.Address, "/"));
    }

    [Fact]
    public async Task ends_at_the_provider_from_the_form_without_script_too()
    {
        using var visitor = host.Visitor();
        visitor.Be(Visitor.Subject(), await host.AddPerson());
        await visitor.SignIn();
        var start = new Uri(host.Address, "/");

        var answer = await visitor.Browser.Submit(start, await visitor.Read(start));

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        page.Should().MatchRegex("http-equiv=\"refresh\" content=\"0;url=http://127.0.0.1:[0-9]+/connect/logout\\?[^\"]*id_token_hint=");
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task does_not_end_at_the_provider_for_who_signed_in_by_password()
    {
        using var visitor = host.Visitor();
        await visitor.Browser.SubmitSignIn(new Uri("/", UriKind.Relative), await host.AddPerson(), RunningHost.Password);

        (await visitor.SignOut())!.ContinueAt.Should().BeNull();
        (await visitor.StatusOf("/api/v1/me")).Should().Be(HttpStatusCode.Unauthorized);
    }

    /// <summary>Turns the second step on.</summary>
    /// <returns>A recovery code.</returns>
    private async Task<string> TurnSecondStepOn(string name)
    {
        using var person = await host.As(name);
        var setup = (await (await person.PostAsync("/api/v1/me/second-step", null, Cancel)).Content.ReadFromJsonAsync<SecondStepSetup>(Cancel))!;
        var code = new Totp(Base32Encoding.ToBytes(setup.Secret)).ComputeTotp(DateTime.UtcNow);
        var confirmed = await person.PostAsJsonAsync("/api/v1/me/second-step/confirm", new CodeRequest(code), Cancel);
        confirmed.EnsureSuccessStatusCode();
        return (await confirmed.Content.ReadFromJsonAsync<RecoveryCodes>(Cancel))!.Codes[0];
    }
}
