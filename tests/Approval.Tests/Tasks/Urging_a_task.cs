using Approval.Tests.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Urging_a_task(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task tells_its_holder_once_a_day_and_shows_how_often()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, task));
        await Urge(task);

        (await FluentActions.Awaiting(() => Urge(task)).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UrgedToday");
        Services.Time.Advance(TimeSpan.FromDays(1));
        await Urge(task);

        (await Send(new MyTasks(await AccessOf(OtherClerk), null, 10))).Items.Single().Urged.Should().Be(2);
        (await Scalar<long>("select count(*) from outbox where payload ->> 'to' = 'user:li.na'")).Should().Be(2);
    }

    [Fact]
    public async Task is_for_those_who_may_see_the_case()
    {
        var task = (await Receive()).OpenTasks.Single();
        var stranger = await AccessOf("zhou.na");

        await FluentActions.Awaiting(() => Send(new UrgeTask(stranger, null, task, null))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task is_refused_to_the_one_who_has_it()
    {
        var task = (await Receive()).OpenTasks.Single();
        var holder = await AccessOf(OtherClerk);
        await Send(new ClaimTask(holder, null, task));

        (await FluentActions.Awaiting(() => Send(new UrgeTask(holder, null, task, null))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UrgedOneself");
    }

    [Fact]
    public async Task says_who_urged_and_when()
    {
        var task = (await Receive()).OpenTasks.Single();
        await Send(new ClaimTask(await AccessOf(OtherClerk), null, task));
        Services.Time.Advance(TimeSpan.FromHours(1));
        await Urge(task);

        var notice = (await Send(new MyNotices(await AccessOf(OtherClerk)))).Single(one => one.Kind == "Urged");

        notice.By.Should().Be("supervisor");
        notice.At.Should().Be(Services.Time.GetUtcNow());
    }

    private async Task Urge(Guid task) => await Send(new UrgeTask(await AccessOf("supervisor"), null, task, null));
}
