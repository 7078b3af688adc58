using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Tasks;

namespace Approval.Tests.Tasks;

public sealed class Looking_at_a_task(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task shows_what_each_answer_leads_to()
    {
        var identity = (await Accepted()).OpenTasks.Single();

        var view = await Send(new TaskDetail(await AccessOf(Clerk), identity));

        view.IsAnswerable.Should().BeTrue();
        view.Outcomes.Single(outcome => outcome.Outcome == "Verified").Opens.Select(step => step.ActivityId).Should().Equal("material");
        view.Outcomes.Single(outcome => outcome.Outcome == "NotVerified").Decision.Should().Be("Refused");
        (await Scalar<long>("select version from cases where case_id = $1", CaseIds.CaseOf(identity))).Should().Be(view.Version, "looking changes nothing");
    }

    [Fact]
    public async Task says_of_an_answer_that_ends_the_application_that_it_does()
    {
        var accept = (await Receive()).OpenTasks.Single();

        var outcomes = (await Send(new TaskDetail(await AccessOf(Clerk), accept))).Outcomes;

        outcomes.Where(outcome => outcome.IsNotAccepted).Select(outcome => (outcome.Outcome, outcome.Decision, outcome.Notice)).Should().Equal(("NotAccepted", null, "NotAccepted"));
    }

    [Fact]
    public async Task names_who_comes_next_before_anything_is_answered()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var directory = await Services.Get<OrgDirectory>().Of((await AccessOf(Clerk)).CentreId, TestContext.Current.CancellationToken);

        var next = (await Send(new TaskDetail(await AccessOf(Clerk), identity))).Outcomes.Single(outcome => outcome.Outcome == "Verified").Opens.Single();

        var material = (await Answer(identity, "Verified")).OpenTasks.Single();
        var opened = (await Send(new TaskDetail(await AccessOf(Clerk), material))).Task;
        next.Units.Should().Equal(opened.Unit);
        (next.Role.ToString(), next.Post).Should().Be((opened.Role, null));
        var able = directory.Holders(directory.Unit(opened.Unit), next.Role).Select(person => person.UserName).ToArray();
        next.PeopleCount.Should().Be(able.Length).And.BePositive();
        next.People.Should().Equal(able.Take(StepAhead.MostPeople));
    }

    [Fact]
    public async Task shows_the_whole_way_ahead_with_who_could_take_each_step()
    {
        var accept = (await Receive()).OpenTasks.Single();

        var ahead = (await Send(new TaskDetail(await AccessOf(Clerk), accept))).Route;

        ahead.Should().HaveCountGreaterThan(1).And.OnlyContain(step => step.PeopleCount > 0);
        var gone = new List<string>();
        for (var open = await Answer(accept, "Accepted"); open.OpenTasks.Count > 0;)
        {
            var view = await Send(new TaskDetail(await AccessOf(Clerk), open.OpenTasks.Single()));
            gone.Add(view.Task.ActivityId);
            view.Route.Select(step => step.ActivityId).Should().Equal(ahead.Select(step => step.ActivityId).Skip(gone.Count), "the way is the same while it is gone");
            open = await Answer(open.OpenTasks.Single(), view.Outcomes[0].Outcome);
        }

        gone.Should().Equal(ahead.Select(step => step.ActivityId));
    }

    [Fact]
    public async Task says_who_answered_it_when_it_is_closed()
    {
        var accept = (await Receive()).OpenTasks.Single();
        await Answer(accept, "Accepted");
        var (clerk, stranger) = (await AccessOf(Clerk), await AccessOf("zhou.na"));

        (await FluentActions.Awaiting(() => Send(new TaskDetail(clerk, accept))).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("TaskAlreadyAnswered");
        await FluentActions.Awaiting(() => Send(new TaskDetail(stranger, accept))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Answer(accept, "Accepted", "zhou.na")).Should().ThrowAsync<ForbiddenException>("whoever has nothing to do with a case hears nothing of its tasks by guessing");
        await FluentActions.Awaiting(() => Send(new ReturnChoices(stranger, accept))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task shows_where_it_can_be_returned_and_what_that_cancels()
    {
        var identity = (await Accepted()).OpenTasks.Single();
        var material = (await Answer(identity, "Verified")).OpenTasks.Single();

        var choices = await Send(new ReturnChoices(await AccessOf(Clerk), material));

        var back = choices.Single(choice => choice.Step.ActivityId == "identity");
        back.Cancels.Select(task => task.Step.ActivityId).Should().Equal("material");
        back.Opens.Select(task => task.Step.ActivityId).Should().Equal("identity");
        var stranger = await AccessOf("zhou.na");
        await FluentActions.Awaiting(() => Send(new ReturnChoices(stranger, material))).Should().ThrowAsync<ForbiddenException>();
    }
}
