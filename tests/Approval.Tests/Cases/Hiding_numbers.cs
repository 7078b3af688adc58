using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

public sealed class Hiding_numbers(PostgresServer server) : CaseTest(server)
{
    private const string Number = "51010619030808003X";
    private const string Phone = "13800138000";

    [Fact]
    public async Task leaves_none_of_them_on_the_case_in_its_tasks_and_in_its_trail()
    {
        var received = await ReceiveWithNumbers();
        var clerk = await AccessOf(Clerk);

        var view = await Send(new CaseDetail(clerk, received.CaseId));
        var all = string.Concat(
            JsonSerializer.Serialize(view), JsonSerializer.Serialize(await Send(new TaskDetail(clerk, received.OpenTasks[0]))), JsonSerializer.Serialize(await Send(new CaseJournal(clerk, received.CaseId))));

        all.Should().NotContain(Number).And.NotContain(Phone);
        view.Applicant.Should().Be(new ApplicantView("Person", "510106********003X", "138****8000"));
        view.Form["phone"]!.ToString().Should().Be("138****8000");
        view.Form["fileNumber"]!.ToString().Should().Be("2026-0001");
    }

    [Fact]
    public async Task ends_for_a_reason_that_stands_in_the_trail()
    {
        var received = await ReceiveWithNumbers();
        var clerk = await AccessOf(Clerk);
        var noReason = () => Send(new ShowNumbers(clerk, null, received.CaseId, "  "));

        await noReason.Should().ThrowAsync<RuleBrokenException>();
        var shown = await Send(new ShowNumbers(clerk, "once", received.CaseId, "电话通知补正"));
        var again = await Send(new ShowNumbers(clerk, "once", received.CaseId, "电话通知补正"));

        (shown.Number, shown.Phone, shown.Form["phone"]!.ToString()).Should().Be((Number, Phone, Phone));
        again.Number.Should().Be(Number);
        (await Send(new CaseDetail(clerk, received.CaseId))).MayShowNumbers.Should().BeTrue();
        (await Scalar<string>("select string_agg(actor || ' ' || (payload::jsonb ->> 'opinion'), ',') from audit where act = 'NumbersShown'")).Should().Be($"{Clerk} 电话通知补正");
    }

    [Fact]
    public async Task does_not_end_for_who_only_reads_or_sees_nothing_of_the_case()
    {
        var received = await ReceiveWithNumbers();
        var (auditor, stranger) = (await AccessOf("auditor"), await AccessOf("zhou.na"));

        var asAuditor = () => Send(new ShowNumbers(auditor, null, received.CaseId, "好奇"));
        var asStranger = () => Send(new ShowNumbers(stranger, null, received.CaseId, "好奇"));

        (await asAuditor.Should().ThrowAsync<ForbiddenException>()).Which.Code.Should().Be("NumbersNotYours");
        await asStranger.Should().ThrowAsync<ForbiddenException>();
        (await Send(new CaseDetail(auditor, received.CaseId))).MayShowNumbers.Should().BeFalse("nobody is offered what they would be refused");
    }

    [Fact]
    public void reaches_fields_within_groups_and_numbers_that_are_no_text()
    {
        using var form = JsonDocument.Parse("""{"fields":[{"code":"owners","type":"Group","fields":[{"code":"id","type":"ResidentId"},{"code":"tel","type":"Phone"}]}]}""");
        var filled = JsonNode.Parse("""{"owners":[{"id":"51010619030808003X","tel":13800138000,"name":"王"},{"id":"12","tel":null}]}""")!;

        new FormMask(form.RootElement).Applied(filled).ToJsonString().Should().Be("""{"owners":[{"id":"510106********003X","tel":"138****8000","name":"\u738B"},{"id":"*2","tel":null}]}""");
    }

    private async Task<CaseMoved> ReceiveWithNumbers() => await Send(new ReceiveCase(await AccessOf(Clerk), null, new ReceiveCaseRequest
    {
        Item = InstantCopy,
        Applicant = new CaseApplicant("Person", "欧阳·买买提", Number, Phone),
        Form = new JsonObject { ["fileNumber"] = "2026-0001", ["phone"] = Phone },
    }));
}
