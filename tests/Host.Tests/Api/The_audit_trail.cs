using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Contracts.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Host.Tests.Api;

public sealed class The_audit_trail(RunningHost host)
{
    private const string Auditor = "zhang.fang";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task of_a_case_is_checked_for_auditors_in_scope_only()
    {
        using var clerk = await host.As("wang.wei");
        using var auditor = await host.As(Auditor);
        var caseId = await Receive(clerk);
        await Seal();

        var check = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}/trail/check", Cancel);

        check.GetProperty("isGreen").GetBoolean().Should().BeTrue();
        check.GetProperty("rows").GetInt32().Should().Be(1);
        check.GetProperty("seals").GetArrayLength().Should().Be(1);
        (await clerk.GetAsync($"/api/v1/cases/{caseId}/trail/check", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var elsewhere = await host.As("wu.chao");
        (await elsewhere.GetAsync($"/api/v1/cases/{caseId}/trail/check", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await auditor.GetAsync($"/api/v1/cases/{Guid.NewGuid()}/trail/check", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task that_was_tampered_with_is_named_by_row_and_seal()
    {
        using var clerk = await host.As("wang.wei");
        using var auditor = await host.As(Auditor);
        var caseId = await Receive(clerk);
        await Seal();
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var change = database.CreateCommand($"update audit set hash = sha256('x') where case_id = '{caseId}'");
        await using var back = database.CreateCommand($"update audit set hash = (select head_hash from cases c where c.case_id = audit.case_id) where case_id = '{caseId}'");

        await change.ExecuteNonQueryAsync(Cancel);
        var check = await auditor.GetFromJsonAsync<JsonElement>($"/api/v1/cases/{caseId}/trail/check", Cancel);
        await back.ExecuteNonQueryAsync(Cancel);

        check.GetProperty("isGreen").GetBoolean().Should().BeFalse();
        check.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("kind").GetString()).Should().Contain(["Changed", "Rewritten"]);
    }

    [Fact]
    public async Task of_a_case_can_be_taken_away_with_its_proofs_which_is_recorded()
    {
        using var clerk = await host.As("wang.wei");
        using var auditor = await host.As(Auditor);
        var caseId = await Receive(clerk);
        await Seal();

        using var unexplained = await auditor.PostAsJsonAsync($"/api/v1/cases/{caseId}/trail/export", new { reason = " " }, Cancel);
        using var answer = await auditor.PostAsJsonAsync($"/api/v1/cases/{caseId}/trail/export", new { reason = "inspection 7" }, Cancel);
        var export = await answer.Content.ReadAsStringAsync(Cancel);

        unexplained.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        export.Should().Contain("\"proof\":").And.Contain(caseId.ToString());
        (await Events(auditor, $"act=TrailExported&subject=case/{caseId}")).Should().ContainSingle().Which.GetProperty("particulars").GetProperty("reason").GetString().Should().Be("inspection 7");
    }

    [Fact]
    public async Task lists_seals_and_says_how_it_stands_to_auditors_and_administrators()
    {
        using var clerk = await host.As("wang.wei");
        using var admin = await host.As("admin");
        await Receive(clerk);
        await Seal();

        var page = await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/seals?take=1", Cancel);
        var state = await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit/state", Cancel);

        page.GetProperty("items")[0].GetProperty("no").GetInt32().Should().Be(1);
        state.GetProperty("lastSeal").GetProperty("hash").GetString().Should().HaveLength(64);
        (await clerk.GetAsync("/api/v1/audit/seals", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/api/v1/audit/events", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task records_sign_ins_and_refusals()
    {
        using var nobody = host.Anonymous();
        await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest("li.na", "wrong"), Cancel);
        using var someone = await host.As("li.na");
        using var admin = await host.As("admin");

        (await Events(admin, "subject=user/li.na")).Select(happened => happened.GetProperty("act").GetString()).Should().Contain(["SignedIn", "SignInRefused"]);
    }

    [Fact]
    public async Task does_not_write_down_a_name_that_belongs_to_nobody()
    {
        const string typed = "my secret password";
        using var nobody = host.Anonymous();
        await nobody.PostAsJsonAsync("/api/v1/sign-in", new SignInRequest(typed, "x"), Cancel);
        using var admin = await host.As("admin");

        (await Events(admin, "act=SignInRefused&actor=system/nobody&take=200")).Should().NotBeEmpty()
            .And.NotContain(happened => happened.GetRawText().Contains(typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task shows_who_looked_at_a_case_to_its_auditor_and_not_to_an_administrator()
    {
        using var clerk = await host.As("wang.wei");
        var caseId = await Receive(clerk);
        (await clerk.GetAsync($"/api/v1/cases/{caseId}", Cancel)).EnsureSuccessStatusCode();
        using var auditor = await host.As(Auditor);
        using var admin = await host.As("admin");

        (await Events(auditor, $"subject=case/{caseId}")).Should().ContainSingle().Which.GetProperty("actor").GetString().Should().Be("wang.wei");
        (await Events(admin, $"subject=case/{caseId}")).Should().BeEmpty();
    }

    [Fact]
    public async Task pages_events_each_exactly_once()
    {
        for (var again = 0; again < 3; again++)
        {
            using var one = await host.As("li.na");
        }

        using var admin = await host.As("admin");
        var seen = new List<long>();
        for (string? after = ""; after is not null;)
        {
            var page = await admin.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?take=2&actor=li.na{(after.Length > 0 ? $"&after={after}" : "")}", Cancel);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(happened => happened.GetProperty("eventId").GetInt64()));
            after = page.GetProperty("next").GetString();
        }

        seen.Should().HaveCountGreaterThanOrEqualTo(3).And.OnlyHaveUniqueItems().And.BeInDescendingOrder();
    }

    private static async Task<IReadOnlyList<JsonElement>> Events(HttpClient reader, string filter) =>
        [.. (await reader.GetFromJsonAsync<JsonElement>($"/api/v1/audit/events?{filter}", Cancel)).GetProperty("items").EnumerateArray()];

    /// <summary>Seals everything committed so far: other tests' transactions hold the seals up until they end.</summary>
    private async Task Seal()
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        await using var drawn = database.CreateCommand("select transaction_no()");
        await using var ended = database.CreateCommand("select ended_transaction_no()");
        var now = (long)(await drawn.ExecuteScalarAsync(Cancel))!;
        while ((long)(await ended.ExecuteScalarAsync(Cancel))! <= now)
        {
            await Task.Delay(5, Cancel);
        }

        await host.Services.GetRequiredService<Sealing>().SealAsync(1, Cancel);
    }

    private static async Task<Guid> Receive(HttpClient clerk)
    {
        var answer = await clerk.PostAsJsonAsync(
            "/api/v1/cases", new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "王" }, form = new { fileNumber = "2026-0001" } }, Cancel);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("caseId").GetGuid();
    }
}
