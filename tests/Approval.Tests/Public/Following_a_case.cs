using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Public;

namespace Approval.Tests.Public;

public sealed class Following_a_case(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task needs_its_number_and_the_code_of_its_receipt()
    {
        var received = await Receive();
        var (number, code) = await Printed(received.CaseId);

        (await Send(new FindProgress(number, code)))!.CaseNo.Should().Be(number);
        (await Send(new FindProgress($" {number.ToLowerInvariant()} ", code.Replace(' ', '-').ToLowerInvariant()))).Should().NotBeNull();
        (await Send(new FindProgress(number, "0000 0000"))).Should().BeNull();
        (await Send(new FindProgress(number, ""))).Should().BeNull();
        (await Send(new FindProgress(number + "X", code))).Should().BeNull();
    }

    [Fact]
    public async Task opens_no_other_case_with_the_same_code()
    {
        var (_, code) = await Printed((await Receive()).CaseId);
        var (other, _) = await Printed((await Receive()).CaseId);

        (await Send(new FindProgress(other, code))).Should().BeNull();
    }

    [Fact]
    public async Task gives_the_code_to_those_who_print_the_receipt_only()
    {
        var received = await Receive();

        (await Send(new CaseDetail(await AccessOf(Clerk), received.CaseId))).Inquiry!.Code.Should().MatchRegex("^[0-9A-Z]{4} [0-9A-Z]{4}$");
        (await Send(new CaseDetail(await AccessOf("auditor"), received.CaseId))).Inquiry.Should().BeNull();
    }

    [Fact]
    public async Task says_by_when_it_is_accepted_then_decided_and_then_how()
    {
        var received = await Receive();
        var (number, code) = await Printed(received.CaseId);
        var first = (await Send(new FindProgress(number, code)))!;
        var accepted = await Answer(received.OpenTasks.Single(), "Accepted");
        var second = (await Send(new FindProgress(number, code)))!;
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        await Answer(verified.OpenTasks.Single(), "Complete");
        var last = (await Send(new FindProgress(number, code)))!;

        // Received on Monday 2 March: told within five working days, the instant item decided on the day of its acceptance.
        first.AnsweredBy.Should().Be(new DateOnly(2026, 3, 9));
        first.AcceptedOn.Should().BeNull();
        second.AnsweredBy.Should().BeNull();
        second.DueOn.Should().Be(new DateOnly(2026, 3, 2));
        second.LimitDays.Should().Be(0);
        last.Decision.ToString().Should().Be("Granted");
        last.EndedOn.Should().Be(new DateOnly(2026, 3, 2));
        last.Papers.Should().ContainSingle().Which.Number.Should().StartWith(number);
    }

    [Fact]
    public async Task names_the_day_of_a_stop_and_a_correction_that_is_awaited()
    {
        var received = await Receive();
        var (number, code) = await Printed(received.CaseId);
        await Answer(received.OpenTasks.Single(), "CorrectionNeeded", opinion: "缺少授權書");

        (await Send(new FindProgress(number, code)))!.AwaitsCorrection.Should().BeTrue();
    }

    [Fact]
    public async Task of_a_case_that_is_searched_by_what_the_scanner_reads_from_its_receipt()
    {
        var received = await Receive();
        var (number, code) = await Printed(received.CaseId);

        var scanned = new PublicAddress(() => new Uri("https://service.example/")).ProgressOf(number, CodeText.Normalise(code)).AbsoluteUri;
        var found = await Send(new FindCases(await AccessOf(Clerk), new() { Search = scanned }, null, 10));

        found.Items.Should().ContainSingle().Which.CaseId.Should().Be(received.CaseId);
    }

    private async Task<(string Number, string Code)> Printed(Guid caseId)
    {
        var view = await Send(new CaseDetail(await AccessOf(Clerk), caseId));
        return (view.Case.CaseNo, view.Inquiry!.Code);
    }
}
