using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Definitions.Releases;
using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Definitions;

public sealed class Releasing_a_flow_by_a_second_person(PostgresServer server) : FlowTest(server)
{
    private Access second = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Send(new AddPerson(Admin, new AddPersonRequest("second", "Second", "a long password", [new GrantView(Role.Administrator, "YC")])));
        await Send(new AddPerson(Admin, new AddPersonRequest("local", "Local", "a long password", [new GrantView(Role.Administrator, "YC-DA")])));
        second = await AccessOf("second");
    }

    [Fact]
    public async Task is_not_asked_for_as_shipped()
    {
        await Save();

        (await Publish()).IsPublished.Should().BeTrue();

        (await Send(new GetCentreSettings(Admin))).FlowsNeedRelease.Should().BeFalse();
        (await Releases()).Should().BeEmpty();
    }

    [Fact]
    public async Task publishes_what_was_asked_for_when_somebody_else_agrees()
    {
        await TurnOn();
        await Save();

        var asked = await Publish();

        (asked.IsPublished, asked.AwaitsRelease).Should().Be((false, true));
        (await Send(new ListFlows(Admin, null, 200, "trial"))).Items.Single().AwaitsRelease.Should().BeTrue();
        (await Releases()).Single().IsYours.Should().BeFalse("nobody releases their own");
        await FluentActions.Awaiting(() => Send(new ReleaseFlow(Admin, "trial", 1))).Should().ThrowAsync<ForbiddenException>().Where(refused => refused.Code == "ReleaseOwn");
        var program = Admin with { UserName = Actors.Program + "own", IsProgram = true };
        (await Send(new ListFlowReleases(program, "trial"))).Single().IsYours.Should().BeFalse();
        await FluentActions.Awaiting(() => Send(new ReleaseFlow(program, "trial", 1))).Should().ThrowAsync<ForbiddenException>("nobody is a second person to themselves by a key").Where(refused => refused.Code == "NotAPerson");
        await FluentActions.Awaiting(() => Send(new RefuseRelease(program, "trial", 1, "no"))).Should().ThrowAsync<ForbiddenException>().Where(refused => refused.Code == "NotAPerson");
        (await Send(new ListFlowReleases(second, "trial"))).Single().IsYours.Should().BeTrue();

        (await Send(new MyDuties(second))).Should().Contain(new DutyView("Releases", 1, "trial"));
        (await Send(new MyDuties(Admin))).Concat(await Send(new MyDuties(program))).Concat(await Send(new MyDuties(await AccessOf("local")))).Should().NotContain(duty => duty.Kind == "Releases");

        var released = await Send(new ReleaseFlow(second, "trial", 1));

        (await Send(new MyDuties(second))).Should().NotContain(duty => duty.Kind == "Releases");
        (released.IsPublished, released.PublishedBy).Should().Be((true, "second"));
        (await Releases()).Select(one => (one.Status, one.AskedBy, one.DecidedBy)).Should().Equal(("Released", "admin", "second"));
        var acts = (await Send(new ListEvents(Admin, new EventFilter(null, null, "trial", null, null), null, 50))).Items;
        acts.Select(act => (act.Act, act.Actor)).Should().Contain([("FlowReleaseAsked", "admin"), ("FlowPublished", "second")]);
        acts.Single(act => act.Act == "FlowPublished").Particulars.GetProperty("askedBy").GetString().Should().Be("admin");
    }

    [Fact]
    public async Task refuses_with_a_reason_and_leaves_the_draft_to_be_changed_and_asked_for_again()
    {
        await TurnOn();
        var draft = await Save();
        await Publish();

        await FluentActions.Awaiting(() => Send(new RefuseRelease(second, "trial", 1, " "))).Should().ThrowAsync<RuleBrokenException>();
        await FluentActions.Awaiting(() => Send(new RefuseRelease(Admin, "trial", 1, "my own"))).Should().ThrowAsync<ForbiddenException>();
        await Send(new RefuseRelease(second, "trial", 1, "the wrong limit"));

        (await Releases()).Select(one => (one.Status, one.Reason)).Should().Equal(("Refused", "the wrong limit"));
        await FluentActions.Awaiting(() => Send(new ReleaseFlow(second, "trial", 1))).Should().ThrowAsync<ConflictException>().Where(refused => refused.Code == "ReleaseDecided");
        await Save("better", draft);
        (await Publish()).AwaitsRelease.Should().BeTrue();
        (await Send(new ReleaseFlow(second, "trial", 2))).IsPublished.Should().BeTrue();
    }

    [Fact]
    public async Task never_publishes_what_was_changed_since_it_was_asked_for()
    {
        await TurnOn();
        var draft = await Save();
        await Publish();
        await Save("changed meanwhile", draft);

        (await Releases()).Single().IsOutdated.Should().BeTrue();
        await FluentActions.Awaiting(() => Send(new ReleaseFlow(second, "trial", 1))).Should().ThrowAsync<ConflictException>().Where(refused => refused.Code == "FlowMovedOn");

        await Publish();
        await Publish();
        (await Releases()).Select(one => (one.No, one.Status)).Should().Equal([(2, "Waiting"), (1, "Superseded")], "the same thing is not asked for twice");
    }

    [Fact]
    public async Task goes_for_Studio_too_which_is_told_that_the_draft_waits()
    {
        await TurnOn();
        await Save();

        var publishing = () => Send(new PublishDefinition(Admin, "trial"));

        await publishing.Should().ThrowAsync<RuleBrokenException>().Where(refused => refused.Code == "FlowAwaitsRelease");
        (await Releases()).Single().Status.Should().Be("Waiting");
        (await Send(new GetFlow(Admin, "trial", null))).Summary.IsPublished.Should().BeFalse();
    }

    [Fact]
    public async Task is_done_once_though_two_do_it_at_the_same_moment()
    {
        await TurnOn();
        await Save();
        await Publish();
        await Send(new AddPerson(Admin, new AddPersonRequest("third", "Third", "a long password", [new GrantView(Role.Administrator, "YC")])));
        var third = await AccessOf("third");

        var outcomes = await Task.WhenAll(Try(() => Send(new ReleaseFlow(second, "trial", 1))), Try(() => Send(new RefuseRelease(third, "trial", 1, "no"))));

        outcomes.Count(outcome => outcome is null).Should().Be(1);
        outcomes.OfType<ConflictException>().Should().ContainSingle();
        var isPublished = (await Send(new GetFlow(Admin, "trial", null))).Summary.IsPublished;
        (await Releases()).Single().Status.Should().Be(isPublished ? "Released" : "Refused");
    }

    [Fact]
    public async Task goes_with_the_flow_it_was_asked_for()
    {
        await TurnOn();
        await Save();
        await Publish();
        await Send(new DeleteFlow(Admin, "trial"));
        await Save("something else under the same id");

        (await Releases()).Should().BeEmpty("or the old request would release what nobody asked for");
    }

    [Fact]
    public async Task needs_the_administrator_of_the_whole_centre_and_so_does_the_setting()
    {
        await TurnOn();
        await Save();
        await Publish();
        var local = await AccessOf("local");

        await FluentActions.Awaiting(() => Send(new ReleaseFlow(local, "trial", 1))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new RefuseRelease(local, "trial", 1, "no"))).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => Send(new ChangeCentreSettings(local, new CentreSettingsView(false)))).Should().ThrowAsync<ForbiddenException>();
        (await Send(new ListEvents(Admin, new EventFilter("CentreSettingsChanged", null, null, null, null), null, 50))).Items.Should().ContainSingle();
    }

    private Task<CentreSettingsView> TurnOn() => Send(new ChangeCentreSettings(Admin, new CentreSettingsView(true)));

    private Task<IReadOnlyList<FlowReleaseView>> Releases() => Send(new ListFlowReleases(Admin, "trial"));

    private static async Task<Exception?> Try(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}
