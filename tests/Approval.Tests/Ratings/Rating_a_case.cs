using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.Ratings;

namespace Approval.Tests.Ratings;

public sealed class Rating_a_case(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task happens_once_after_its_end_by_number_and_code()
    {
        var (caseId, number, code) = await Ended();

        (await Send(new RateCase(number, "0000 0000", Grade.Satisfied, null))).Should().Be(RatingEnd.Unknown);
        (await Send(new RateCase(number, code, Grade.Satisfied, null))).Should().Be(RatingEnd.Given);
        (await Send(new RateCase(number, code, Grade.VeryDissatisfied, "反悔"))).Should().Be(RatingEnd.GivenBefore);

        (await Send(new CaseDetail(await AccessOf(Clerk), caseId))).Rating!.Grade.Should().Be("Satisfied");
        (await Send(new FindProgress(number, code)))!.Rating.Should().Be(Grade.Satisfied);
        (await Scalar<string>("select actor from audit where case_id = $1 and act = 'CaseRated'", caseId)).Should().Be("applicant");
    }

    [Fact]
    public async Task is_too_early_while_it_is_open()
    {
        var received = await Receive();
        var (number, code) = await Printed(received.CaseId);

        (await Send(new RateCase(number, code, Grade.VerySatisfied, null))).Should().Be(RatingEnd.TooEarly);

        (await Scalar<long>("select count(*) from rating")).Should().Be(0);
        (await Scalar<int>("select version from cases where case_id = $1", received.CaseId)).Should().Be(1);
    }

    [Fact]
    public async Task needs_a_reason_when_it_is_bad_and_is_told_to_whoever_supervises_the_unit()
    {
        var (caseId, number, code) = await Ended();

        (await Send(new RateCase(number, code, Grade.Dissatisfied, " "))).Should().Be(RatingEnd.ReasonMissing);
        (await Send(new RateCase(number, code, Grade.Dissatisfied, "等了太久"))).Should().Be(RatingEnd.Given);

        var notice = (await Send(new MyNotices(await AccessOf("supervisor")))).Single(one => one.Kind == "BadRating");
        (notice.CaseId, notice.Text).Should().Be((caseId, "等了太久"));
        (await Send(new MyNotices(await AccessOf(Clerk)))).Should().NotContain(one => one.Kind == "BadRating");
        Services.Time.Advance(TimeSpan.FromDays(31));
        (await Send(new MyNotices(await AccessOf("supervisor")))).Should().NotContain(one => one.Kind == "BadRating");
    }

    [Fact]
    public async Task keeps_one_of_several_that_come_at_once()
    {
        var (_, number, code) = await Ended();

        var ends = await Task.WhenAll(Enum.GetValues<Grade>().Select(grade => Send(new RateCase(number, code, grade, "理由"))));

        ends.Count(end => end == RatingEnd.Given).Should().Be(1);
        ends.Should().OnlyContain(end => end == RatingEnd.Given || end == RatingEnd.GivenBefore);
        (await Scalar<long>("select count(*) from rating")).Should().Be(1);
    }

    private async Task<(Guid CaseId, string Number, string Code)> Ended()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        await Answer(verified.OpenTasks.Single(), "Complete");
        var (number, code) = await Printed(accepted.CaseId);
        return (accepted.CaseId, number, code);
    }

    private async Task<(string Number, string Code)> Printed(Guid caseId)
    {
        var view = await Send(new CaseDetail(await AccessOf(Clerk), caseId));
        return (view.Case.CaseNo, view.Inquiry!.Code);
    }
}
