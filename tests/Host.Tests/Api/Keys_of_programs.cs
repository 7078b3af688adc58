using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Host.Tests.Api;

public sealed class Keys_of_programs(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task let_a_program_act_under_its_own_name()
    {
        var name = Name();
        using var program = Bearing(await Give(name, ("System", "YC")));

        var handedIn = await program.PostAsJsonAsync("/api/v1/cases", Handing_in_a_case.Application, Cancel);

        handedIn.StatusCode.Should().Be(HttpStatusCode.Created);
        var caseId = (await handedIn.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("caseId").GetGuid();
        var seen = await program.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}", Cancel);
        seen.GetProperty("receivedBy").GetString().Should().Be($"program/{name}");
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/me", Cancel)).GetProperty("userName").GetString().Should().Be($"program/{name}");
    }

    [Fact]
    public async Task are_taken_in_each_form_of_the_header_and_count_before_a_cookie()
    {
        var key = await Give(Name(), ("Auditor", "YC"));
        using var browser = new Browser(host.Address);
        await browser.SubmitSignIn(new Uri("/", UriKind.Relative), "admin", RunningHost.Password);
        foreach (var (header, value) in new[] { ("Authorization", $"Bearer {key}"), ("Authorization", $"apikey {key}"), ("X-Api-Key", key) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.TryAddWithoutValidation(header, value);
            var me = await (await browser.Send(request)).Content.ReadFromJsonAsync<JsonElement>(Cancel);

            me.GetProperty("userName").GetString().Should().StartWith("program/", "{0}", header);
        }
    }

    [Fact]
    public async Task give_no_right_but_those_named()
    {
        using var program = Bearing(await Give(Name(), ("System", "YC")));

        foreach (var closed in new[] { "/api/v1/keys", "/api/v1/organisation/people", "/api/v1/jobs", "/api/v1/audit/events", "/metrics" })
        {
            (await program.GetAsync(closed, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden, closed);
        }
    }

    [Fact]
    public async Task answer_no_tasks_whatever_their_role()
    {
        using var clerk = await host.As("wang.wei");
        using var program = Bearing(await Give(Name(), ("WindowClerk", "YC"), ("Reviewer", "YC")));
        var begun = await (await clerk.PostAsJsonAsync("/api/v1/cases", Handing_in_a_case.Application, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var task = begun.GetProperty("openTasks")[0].GetGuid();

        (await program.PostAsync($"/api/v1/tasks/{task}/claim", null, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var counts = await program.GetFromJsonAsync<JsonElement>("/api/v1/tasks/counts", Cancel);

        (counts.GetProperty("mine").GetInt32() + counts.GetProperty("claimable").GetInt32()).Should().Be(0);
    }

    [Fact]
    public async Task open_nothing_from_the_request_on_that_follows_their_revocation_on_any_host()
    {
        var given = await GiveWhole(Name(), ("Auditor", "YC"));
        using var program = Bearing(given.Key);
        var second = host.BuildAnother();
        await second.StartAsync(Cancel);
        using var there = host.Anonymous(new Uri(second.Urls.Single()));
        there.DefaultRequestHeaders.Add("X-Api-Key", given.Key);
        while ((await there.GetAsync("/api/v1/me", Cancel)).StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(100, Cancel);
        }

        (await there.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var admin = await host.As("admin");
        (await admin.DeleteAsync($"/api/v1/keys/{given.Code}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await program.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await there.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await admin.DeleteAsync($"/api/v1/keys/{given.Code}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent, "once more changes nothing");
        await second.StopAsync(Cancel);
    }

    [Fact]
    public async Task are_shown_once_and_neither_listed_nor_logged()
    {
        using var written = new Written(LogLevel.Trace);
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(written);
        using var admin = await host.As("admin");
        var answer = await admin.PostAsJsonAsync("/api/v1/keys", Request(Name(), ("Auditor", "YC")), Cancel);
        var given = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString()!;
        using var program = Bearing(given);
        (await program.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        using var wrong = Bearing(given + "A");
        (await wrong.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var secret = given.Split('_', 3)[2];
        (await admin.GetStringAsync("/api/v1/keys?take=200", Cancel)).Should().NotContain(secret);
        (await admin.GetStringAsync("/api/v1/audit/events?act=KeyGiven&take=200", Cancel)).Should().Contain(given.Split('_')[1]).And.NotContain(secret);
        written.Lines.Should().NotContain(line => line.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task belong_to_no_person_who_could_sign_in()
    {
        var name = Name();
        using var program = Bearing(await Give(name, ("Administrator", "YC")));
        using var nobody = host.Anonymous();

        (await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest($"program/{name}", ""), Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await program.PostAsync("/api/v1/me/second-step", null, Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await program.PostAsJsonAsync("/api/v1/keys", Request(Name(), ("Auditor", "YC")), Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await program.GetStringAsync($"/api/v1/organisation/people?search={name}", Cancel)).Should().NotContain(name);
    }

    [Fact]
    public async Task are_given_by_administrators_only()
    {
        using var reviewer = await host.As("zhou.na");

        (await reviewer.PostAsJsonAsync("/api/v1/keys", Request(Name(), ("Auditor", "YC")), Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await reviewer.GetAsync("/api/v1/keys", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task cannot_be_tried_without_end_from_one_address()
    {
        var given = await Give(Name(), ("Auditor", "YC"));
        var limited = host.BuildAnother(settings: new Dictionary<string, string?> { ["Keys:FailuresPerMinute"] = "3" });
        await limited.StartAsync(Cancel);
        using var known = await Ready(limited, given);
        using var guesser = host.Anonymous(new Uri(limited.Urls.Single()));
        guesser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", given + "A");

        for (var tries = 0; tries < 3; tries++)
        {
            (await guesser.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        }

        await ShouldBeTooMany(await guesser.GetAsync("/api/v1/me", Cancel));
        (await known.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK, "a key that was good there is not locked out by a neighbour's");
        await limited.StopAsync(Cancel);
    }

    [Fact]
    public async Task let_a_program_ask_so_much_a_minute_each_for_itself()
    {
        var (busy, quiet) = (await Give(Name(), ("Auditor", "YC")), await Give(Name(), ("Auditor", "YC")));
        var limited = host.BuildAnother(settings: new Dictionary<string, string?> { ["Keys:RequestsPerMinute"] = "3" });
        await limited.StartAsync(Cancel);
        using var other = await Ready(limited, quiet);
        using var program = await Ready(limited, busy);
        HttpResponseMessage answer;
        var asked = 1;
        do
        {
            answer = await program.GetAsync("/api/v1/me", Cancel);
        }
        while (++asked < 20 && answer.StatusCode == HttpStatusCode.OK);

        asked.Should().Be(4);
        await ShouldBeTooMany(answer);
        (await other.GetAsync("/api/v1/me", Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        await limited.StopAsync(Cancel);
    }

    private static async Task ShouldBeTooMany(HttpResponseMessage answer)
    {
        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("code").GetString().Should().Be("TooManyRequests");
    }

    /// <summary>A client with a key that has been let in once by another host.</summary>
    private async Task<HttpClient> Ready(WebApplication there, string key)
    {
        var program = host.Anonymous(new Uri(there.Urls.Single()));
        program.DefaultRequestHeaders.Add("X-Api-Key", key);
        while ((await program.GetAsync("/api/v1/me", Cancel)).StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            await Task.Delay(100, Cancel);
        }

        return program;
    }

    private static string Name() => $"p-{Guid.NewGuid():N}";

    private static object Request(string program, params (string Role, string Unit)[] grants) => new
    {
        program,
        grants = grants.Select(grant => new { role = grant.Role, unit = grant.Unit }),
        expiresOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30),
    };

    private async Task<string> Give(string program, params (string Role, string Unit)[] grants) => (await GiveWhole(program, grants)).Key;

    private async Task<(string Key, string Code)> GiveWhole(string program, params (string Role, string Unit)[] grants)
    {
        using var admin = await host.As("admin");
        var answer = await admin.PostAsJsonAsync("/api/v1/keys", Request(program, grants), Cancel);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, "{0}", await answer.Content.ReadAsStringAsync(Cancel));
        var given = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return (given.GetProperty("key").GetString()!, given.GetProperty("listed").GetProperty("code").GetString()!);
    }

    private HttpClient Bearing(string key)
    {
        var program = host.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return program;
    }
}
