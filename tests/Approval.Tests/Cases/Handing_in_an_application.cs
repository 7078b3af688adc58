using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;

namespace Approval.Tests.Cases;

public sealed class Handing_in_an_application(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task gives_it_a_number_and_opens_the_acceptance_check()
    {
        var moved = await Receive();

        CaseNumber.IsValid(moved.CaseNo).Should().BeTrue();
        moved.CaseNo.Should().StartWith("YC-YC-DA-0001-20260302-0001");
        moved.Status.Should().Be("Received");
        moved.OpenTasks.Should().ContainSingle().Which.Should().Be(CaseIds.Task(moved.CaseId, 1));
    }

    [Fact]
    public async Task never_gives_a_number_twice()
    {
        var moved = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Receive(applicant: $"申請人{i}")));

        moved.Select(one => one.CaseNo).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task keeps_names_as_they_are_written()
    {
        var moved = await Receive(applicant: "阿卜杜拉·买买提𠮷");

        (await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId))).Case.Applicant.Should().Be("阿卜杜拉·买买提𠮷");
    }

    [Fact]
    public async Task is_refused_to_a_reviewer_of_the_department()
    {
        var act = () => Receive(clerk: "zhu.min");

        (await act.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("IntakeNotYours");
    }

    [Fact]
    public async Task is_refused_where_the_unit_is_closed_that_would_handle_it()
    {
        var directory = await Services.Get<OrgDirectory>().Of(1, Cancel);
        var unit = directory.Unit("YC-DA");
        var close = () => Send(new ChangeUnit(Admin, unit.Code, new ChangeUnitRequest(unit.Kind, unit.Name, IsActive: false)));
        (await close.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("UnitHasItems");

        await Run("update org_unit set is_active = false where unit_id = $1", unit.UnitId);
        await Run("update centre set organisation_version = organisation_version + 1");
        await Task.Delay(1100, Cancel);

        (await FluentActions.Awaiting(() => Receive()).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitClosed");
        await Run("update item set state = 'Cancelled'");
        await close.Should().NotThrowAsync();
    }

    [Fact]
    public async Task names_every_wrong_field_at_once()
    {
        var access = await AccessOf(Clerk);
        var request = new ReceiveCaseRequest { Item = "", Channel = "Pigeon", Applicant = new CaseApplicant("Ghost", "") };

        var act = () => Send(new ReceiveCase(access, null, request));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Select(fault => fault.Where)
            .Should().Contain(["item", "channel", "applicant.kind", "applicant.name"]);
    }

    [Fact]
    public async Task asks_for_the_agent_of_who_has_one()
    {
        var refusal = await Refusal(new() { ["fileNumber"] = "2026-1", ["byAgent"] = true, ["agentId"] = "510106190308080038" });

        refusal.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(("FieldMissing", "form.agentName"), ("FieldInvalid", "form.agentId"));
        (await Receive(form: new() { ["fileNumber"] = "2026-1", ["byAgent"] = true, ["agentName"] = "李四", ["agentId"] = "51010619030808003X" })).Status.Should().Be("Received");
    }

    [Fact]
    public async Task takes_nothing_that_the_form_does_not_ask_for()
    {
        var refusal = await Refusal(new() { ["fileNumber"] = "2026-1", ["byAgent"] = false, ["agentName"] = "李四" });

        refusal.Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "FieldNotAsked", Where = "form.agentName" });
        (await Scalar<long>("select count(*) from cases")).Should().Be(0);
    }

    [Fact]
    public async Task does_not_choose_between_two_values_of_one_field() =>
        (await Refusal(JsonNode.Parse("""{"fileNumber":"2026-1","fileNumber":"2026-2"}""")!.AsObject())).Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "JsonInvalid", Where = "form" });

    [Fact]
    public async Task looks_into_each_entry_of_a_group()
    {
        var places = JsonNode.Parse("""[{"place":"甲","leased":true,"lessorName":"王"},{"place":"乙","leased":true},{"place":"丙","lessorName":"王"},{"leased":false}]""");

        var refusal = await Refusal(new() { ["companyName"] = "成都试验有限公司", ["addresses"] = places }, "YC-SCJG-0002", "zhang.hui");

        refusal.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(
            ("FieldMissing", "form.addresses[1].lessorName"), ("FieldNotAsked", "form.addresses[2].lessorName"), ("FieldMissing", "form.addresses[3].place"));
    }

    [Fact]
    public async Task counts_for_the_window_of_the_clerk()
    {
        var moved = await Send(new ReceiveCase(await AccessOf(Clerk), null, At("YC-DA-W1")));

        (await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId))).Window.Should().Be("YC-DA-W1");
        (await Scalar<string>("select u.code from cases c join org_unit u on u.centre_id = c.centre_id and u.unit_id = c.window_id where c.case_id = $1", moved.CaseId)).Should().Be("YC-DA-W1");
    }

    [Theory]
    [InlineData(Clerk, "YC-BDC-W1")]
    [InlineData("guo.jianguo", "YC-DA-W1")]
    public async Task is_refused_at_a_window_that_is_not_theirs(string clerk, string window)
    {
        var access = await AccessOf(clerk);
        var act = () => Send(new ReceiveCase(access, null, At(window)));

        (await act.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("IntakeNotYours");
    }

    [Fact]
    public async Task is_refused_at_a_unit_that_is_no_window()
    {
        var access = await AccessOf(Clerk);
        var act = () => Send(new ReceiveCase(access, null, At("YC-DA")));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("UnitNotAWindow");
    }

    [Theory]
    [InlineData("\u202E豐三張")]
    [InlineData("張\u2066三豐")]
    public async Task takes_no_name_that_turns_the_direction_of_writing(string name)
    {
        var act = () => Receive(applicant: name);

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "NameTurnsDirection", Where = "applicant.name" });
    }

    [Fact]
    public async Task takes_no_price_below_nothing()
    {
        var refusal = await Refusal(new() { ["address"] = "天府大道1号", ["price"] = -1 }, HousingTransfer, "xu.lei");

        refusal.Faults.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "FieldInvalid", Where = "form.price" });
    }

    [Fact]
    public async Task leaves_nothing_behind_when_it_is_refused()
    {
        var act = () => Receive(item: "no-such-item");

        await act.Should().ThrowAsync<NotFoundException>();
        (await Scalar<long>("select count(*) from cases")).Should().Be(0);
    }

    private static ReceiveCaseRequest At(string window) => new() { Item = InstantCopy, Applicant = new CaseApplicant("Person", "張三豐"), Window = window, Form = FormOf(InstantCopy) };

    private async Task<RuleBrokenException> Refusal(JsonObject form, string item = InstantCopy, string clerk = Clerk) =>
        (await FluentActions.Awaiting(() => Receive(item, clerk, form: form)).Should().ThrowAsync<RuleBrokenException>()).Which;
}
