using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Host.Tests.Api;

/// <summary>Several tasks at once over the API, the item that allows it, and what a person keeps for their inbox.</summary>
public sealed class Dealing_with_several_tasks(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task answers_those_that_may_be_answered_and_says_of_each_what_became_of_it()
    {
        var (item, clerk) = (await Item("HOST-BULK-1", allows: true), await Clerk("bulk.one"));
        var (first, step) = await Received(clerk, item);
        var (second, _) = await Received(clerk, item);
        using var colleague = await Clerk("bulk.two");
        await Json(await Post(colleague, $"tasks/{second}/claim"));
        clerk.DefaultRequestHeaders.Add("Idempotency-Key", "one-round");
        var asked = new { taskIds = new[] { first, second }, item, activityId = step, outcome = "Accepted", opinion = "papers complete" };

        var done = await Json(await Post(clerk, "tasks/complete", asked));
        var again = await Json(await Post(clerk, "tasks/complete", asked));

        done.GetProperty("tasks").EnumerateArray().Select(one => one.GetProperty("taskId").GetGuid()).Should().Equal(first, second);
        done.GetProperty("tasks")[0].GetProperty("moved").GetProperty("openTasks").GetArrayLength().Should().Be(1);
        done.GetProperty("tasks")[1].GetProperty("refused").GetProperty("code").GetString().Should().Be("TaskHeldByAnother");
        again.GetProperty("tasks")[0].GetProperty("moved").GetProperty("version").GetInt32().Should().Be(done.GetProperty("tasks")[0].GetProperty("moved").GetProperty("version").GetInt32(), "it happened once");
    }

    [Fact]
    public async Task claims_what_is_on_offer_and_shows_it_in_the_narrowed_inbox()
    {
        var (item, clerk) = (await Item("HOST-BULK-2", allows: true), await Clerk("bulk.three"));
        var (first, _) = await Received(clerk, item);
        var (second, _) = await Received(clerk, item);

        var done = await Json(await Post(clerk, "tasks/claim", new { taskIds = new[] { first, second } }));

        done.GetProperty("tasks").EnumerateArray().Should().OnlyContain(one => one.GetProperty("refused").ValueKind == JsonValueKind.Null);
        var mine = (await Json(await Get(clerk, $"tasks?item={item}&search=批量"))).GetProperty("items").EnumerateArray().ToList();
        mine.Select(task => task.GetProperty("taskId").GetGuid()).Should().BeEquivalentTo([first, second]);
        mine.Should().OnlyContain(task => task.GetProperty("allowsBulkAnswers").GetBoolean());
        (await Json(await Get(clerk, $"tasks?item={item}&due=Overdue"))).GetProperty("items").GetArrayLength().Should().Be(0);
        (await Get(clerk, "tasks?due=whenever")).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task is_not_to_be_had_where_the_item_is_as_shipped()
    {
        var (item, clerk) = (await Item("HOST-BULK-3", allows: false), await Clerk("bulk.four"));
        var (task, step) = await Received(clerk, item);

        var done = await Json(await Post(clerk, "tasks/complete", new { taskIds = new[] { task }, item, activityId = step, outcome = "Accepted" }));

        done.GetProperty("tasks")[0].GetProperty("refused").GetProperty("code").GetString().Should().Be("BulkNotAllowed");
        (await Json(await Get(clerk, $"tasks/{task}"))).GetProperty("isAnswerable").GetBoolean().Should().BeTrue("nothing was changed");
        (await Post(clerk, "tasks/complete", new { taskIds = Array.Empty<Guid>(), item, activityId = step, outcome = "Accepted" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task lets_the_head_see_whose_they_are_and_give_them_to_somebody_else()
    {
        var (item, clerk) = (await Item("HOST-BULK-5", allows: false), await Clerk("bulk.five"));
        var (first, _) = await Received(clerk, item);
        var (second, _) = await Received(clerk, item);
        await Json(await Post(clerk, "tasks/claim", new { taskIds = new[] { first } }));
        using var head = await host.As("head.centre");

        var tasks = (await Json(await Get(head, $"tasks/overseen?item={item}&unit=YC-DA"))).GetProperty("items").EnumerateArray().ToList();
        tasks.Select(task => (task.GetProperty("taskId").GetGuid(), task.TryGetProperty("assignee", out var who) ? who.GetString() : null)).Should().BeEquivalentTo([(first, "bulk.five"), (second, null)]);
        (await Json(await Get(head, "tasks/overseen/loads?unit=YC-DA"))).EnumerateArray().Should().Contain(load => load.GetProperty("person").GetString() == "bulk.five" && load.GetProperty("open").GetInt32() == 1);
        (await Json(await Post(head, "tasks/people", new { taskIds = new[] { first, second } }))).EnumerateArray().Select(one => one.GetProperty("userName").GetString()).Should().Contain(["bulk.five", "li.na"]);
        var done = await Json(await Post(head, "tasks/transfer", new { taskIds = new[] { first, second }, toUser = "li.na", reason = "work is shared" }));

        done.GetProperty("tasks").EnumerateArray().Should().OnlyContain(one => one.GetProperty("refused").ValueKind == JsonValueKind.Null);
        (await Json(await Get(head, $"tasks/overseen?item={item}&person=li.na"))).GetProperty("items").GetArrayLength().Should().Be(2);
        (await Get(clerk, "tasks/overseen")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Get(clerk, "tasks/overseen/loads")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Post(head, "tasks/transfer", new { taskIds = new[] { first }, toUser = "" })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Post(clerk, "me/notices/read", new { notices = Array.Empty<object>() })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task keeps_phrases_and_filters_for_their_person_alone()
    {
        using var one = await Clerk("keeper.one");
        using var other = await Clerk("keeper.two");

        var kept = await Json(await Put(one, "me/phrases", new { version = 0, texts = new[] { "材料齐全。" } }));
        await Json(await Put(one, "me/filters", new { version = 0, filters = new[] { new { name = "急件", tab = "Claimable", filter = new { due = "Today" } } } }));

        kept.GetProperty("version").GetInt32().Should().Be(1);
        (await Put(one, "me/phrases", new { version = 0, texts = new[] { "旧的" } })).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await Json(await Get(one, "me/phrases"))).GetProperty("texts")[0].GetString().Should().Be("材料齐全。");
        (await Json(await Get(one, "me/filters"))).GetProperty("filters")[0].GetProperty("filter").GetProperty("due").GetString().Should().Be("Today");
        (await Json(await Get(other, "me/phrases"))).GetProperty("texts").GetArrayLength().Should().Be(0);
        (await Put(other, "me/filters", new { version = 0, filters = new[] { new { name = "", tab = "Mine", filter = new { } } } })).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<string> Item(string code, bool allows)
    {
        await host.AddItem(code, allows);
        return code;
    }

    /// <summary>A clerk of the archives that no other test knows.</summary>
    private async Task<HttpClient> Clerk(string userName)
    {
        using var admin = await host.As("admin");
        var person = new { userName, displayName = userName, password = RunningHost.Password, grants = new[] { new { role = "WindowClerk", unit = "YC-DA" } } };
        await Json(await Post(admin, "organisation/people", person), HttpStatusCode.Created);
        return await host.As(userName);
    }

    private static async Task<(Guid Task, string Step)> Received(HttpClient clerk, string item)
    {
        var application = new { item, applicant = new { kind = "Person", name = "批量试验", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } };
        var task = (await Json(await Post(clerk, "cases", application), HttpStatusCode.Created)).GetProperty("openTasks")[0].GetGuid();
        return (task, (await Json(await Get(clerk, $"tasks/{task}"))).GetProperty("task").GetProperty("activityId").GetString()!);
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string path) => client.GetAsync($"/api/v1/{path}", Cancel);

    private static Task<HttpResponseMessage> Put(HttpClient client, string path, object body) => client.PutAsJsonAsync($"/api/v1/{path}", body, Cancel);

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync($"/api/v1/{path}", null, Cancel) : client.PostAsJsonAsync($"/api/v1/{path}", body, Cancel);

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
