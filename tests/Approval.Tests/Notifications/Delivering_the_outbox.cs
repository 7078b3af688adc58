using System.Net;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Accounts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Approval.Tests.Notifications;

public sealed class Delivering_the_outbox(PostgresServer server) : CaseTest(server)
{
    private const string ThreeCertificates = "YC-SCJG-0002";

    [Fact]
    public async Task records_a_message_once_with_its_recipient()
    {
        var moved = await Closed();

        await Deliver(new Receiving(HttpStatusCode.OK));
        await Deliver(new Receiving(HttpStatusCode.OK));

        (await Scalar<string>("select recipient from delivery where case_id = $1", moved)).Should().Be("張三豐");
        (await Scalar<long>("select count(*) from delivery")).Should().Be(1);
        (await Scalar<long>("select count(*) from outbox")).Should().Be(0);
    }

    [Fact]
    public async Task shows_what_the_applicant_was_told_and_nothing_that_others_were()
    {
        var caseId = await Closed();
        await Deliver(new Receiving(HttpStatusCode.OK));
        await Run("insert into delivery (centre_id, case_id, kind, recipient, subject, text, delivered_at) values (1, $1, 'Notification', 'user:li.na', 'Hurry', 'up', now()), (1, $1, 'ServiceCall', 'credit-site', 'ServiceCall', '{}', now())", caseId);

        var view = await Send(new CaseDetail(await AccessOf(Clerk), caseId));
        var progress = (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!;

        var told = view.Told.Should().ContainSingle().Subject;
        told.Text.Should().NotBeEmpty();
        progress.Told.Should().ContainSingle().Which.Subject.Should().Be(told.Subject);
    }

    [Fact]
    public async Task on_several_hosts_delivers_each_message_once()
    {
        foreach (var _ in Enumerable.Range(0, 5))
        {
            await Closed();
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Deliver(new Receiving(HttpStatusCode.OK))));

        // Each case has told its applicant and issued a document.
        taken.Sum().Should().Be(10);
        (await Scalar<long>("select count(*) from delivery")).Should().Be(5);
    }

    [Fact]
    public async Task moves_the_case_on_with_the_answer_and_tries_again_under_the_same_key()
    {
        var caseId = await Exchanging();
        var waiting = await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall'");
        var receiver = new Receiving(HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK);

        await Deliver(receiver);
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceAnswered'", caseId)).Should().Be(waiting - 1);
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await Deliver(receiver);

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceAnswered'", caseId)).Should().BeGreaterThanOrEqualTo(waiting);
        receiver.Got.GroupBy(call => call.Key).Should().Contain(calls => calls.Count() == 2 && calls.Select(call => call.Body).Distinct().Count() == 1);
        (await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall' and attempts > 0")).Should().Be(0);
    }

    [Fact]
    public async Task gives_up_what_is_refused_tells_the_case_and_keeps_the_letter_in_sight()
    {
        var caseId = await Exchanging();

        await Deliver(new Receiving(HttpStatusCode.BadRequest));

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceFailed'", caseId)).Should().BeGreaterThan(0);
        var letters = (await Send(new DeadLetters(Admin, null, 50))).Items;
        letters.Should().NotBeEmpty().And.OnlyContain(letter => letter.LastError == "The receiver answered 400.");
        (await Send(new MyDuties(Admin))).Should().Contain(new DutyView("Letters", letters.Count, null));
    }

    [Fact]
    public async Task a_letter_that_was_given_up_goes_out_after_all_or_is_dropped_with_a_reason()
    {
        await Exchanging();
        await Deliver(new Receiving(HttpStatusCode.BadRequest));
        var letters = (await Send(new DeadLetters(Admin, null, 50))).Items;
        letters.Should().HaveCountGreaterThan(1).And.OnlyContain(letter => letter.CaseNo.Length > 0);
        var first = await Send(new DeadLetters(Admin, null, 1));
        first.Items.Should().Equal(letters[0]);
        (await Send(new DeadLetters(Admin, first.Next, 50))).Items.Should().Equal(letters.Skip(1));
        (await Send(new DeadLetters(Admin, null, 50) { Kind = "ServiceCall" })).Items.Should().Equal(letters);
        (await Send(new DeadLetters(Admin, null, 50) { Kind = "Event" })).Items.Should().BeEmpty();
        var receiver = new Receiving(HttpStatusCode.OK);

        await Send(new RedeliverLetter(Admin, letters[0].OutboxId));
        await Send(new DropLetter(Admin, letters[1].OutboxId, "the receiver is gone"));
        await Deliver(receiver);

        receiver.Got.Should().ContainSingle();
        (await Send(new DeadLetters(Admin, null, 50))).Items.Select(letter => letter.OutboxId).Should().Equal(letters.Skip(2).Select(letter => letter.OutboxId));
        (await Scalar<long>("select count(*) from admin_event where act in ('LetterRedelivered', 'LetterDropped')")).Should().Be(2);
        await FluentActions.Awaiting(() => Send(new DropLetter(Admin, letters[1].OutboxId, "again"))).Should().ThrowAsync<NotFoundException>();
        var clerk = await AccessOf(Clerk);
        await FluentActions.Awaiting(() => Send(new RedeliverLetter(clerk, letters[0].OutboxId))).Should().ThrowAsync<ForbiddenException>();
    }

    [Theory]
    [InlineData("GBK", "{}", true)]
    [InlineData("nobodys", "{}", false)]
    [InlineData("utf-8", """{"a":"\ud800"}""", false)]
    [InlineData("utf-8", """{"\ud800":"a"}""", false)]
    [InlineData("utf-8", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", false)]
    public async Task takes_an_answer_that_nobody_can_read_as_one_that_says_nothing(string charset, string text, bool isRead)
    {
        var caseId = await Exchanging();
        var receiver = new Receiving(HttpStatusCode.OK)
        {
            Content = () =>
            {
                var content = new StringContent(text);
                content.Headers.ContentType = new("application/json") { CharSet = charset };
                return content;
            },
        };

        await Deliver(receiver);

        receiver.Got.GroupBy(call => call.Key).Should().OnlyContain(calls => calls.Count() == 1, "it was answered at the first try");
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceAnswered'", caseId)).Should().BePositive();
        (await Scalar<bool>("select bool_and(payload::jsonb #>> '{details,result}' is not null) from audit where case_id = $1 and act = 'ServiceAnswered'", caseId)).Should().Be(isRead);
        (await Send(new CaseJournal(Admin with { Grants = (await AccessOf("auditor")).Grants }, caseId))).Should().NotBeEmpty();
    }

    [Fact]
    public async Task tells_the_case_at_last_that_a_message_cannot_be_brought_out()
    {
        var caseId = await Exchanging();
        var receiver = new Receiving(HttpStatusCode.OK) { Content = () => throw new NotSupportedException("nobody thought of this") };

        for (var attempt = 0; attempt < 30 && await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall' and next_try_at < 'infinity'") > 0; attempt++)
        {
            await Deliver(receiver);
            Services.Time.Advance(TimeSpan.FromHours(1));
        }

        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'ServiceFailed'", caseId)).Should().BePositive();
        (await Send(new DeadLetters(Admin, null, 50))).Items.Should().NotBeEmpty().And.OnlyContain(letter => letter.LastError == "nobody thought of this");
    }

    [Fact]
    public async Task asks_who_does_not_answer_once_a_run_and_keeps_nobody_else_waiting()
    {
        var caseId = await Exchanging();
        await Run("insert into outbox (centre_id, case_id, kind, payload, created_at, next_try_at) select centre_id, case_id, kind, payload, created_at, next_try_at from outbox, generate_series(1, 30) where kind = 'ServiceCall'");
        var closed = await Closed();
        var waiting = await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall'");
        var hanging = new Receiving(HttpStatusCode.OK) { Content = () => throw new TaskCanceledException("no answer") };

        await Deliver(hanging);

        hanging.Got.Should().HaveCountLessThan((int)waiting / 2);
        (await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall' and attempts = 0")).Should().Be(waiting - hanging.Got.Count, "what was not tried has used no try");
        (await Scalar<long>("select count(*) from delivery where case_id = $1", closed)).Should().Be(1);
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act in ('ServiceAnswered', 'ServiceFailed')", caseId)).Should().Be(0);
    }

    [Fact]
    public async Task calls_nobody_who_is_not_on_the_list()
    {
        await Exchanging();
        var receiver = new Receiving(HttpStatusCode.OK);

        await Deliver(receiver, new ReceiverOptions());

        receiver.Got.Should().BeEmpty();
        (await Send(new DeadLetters(Admin, null, 50))).Items.Should().OnlyContain(letter => letter.LastError!.Contains("is not on the list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task tells_an_event_to_all_that_wait_for_it_and_comes_back_to_one_that_could_not_hear_it()
    {
        var publisher = (await Receive()).CaseId;
        var waiting = new[] { await Waiting("甲"), await Waiting("乙"), await Waiting("丙") };
        var state = await Scalar<string>("select state::text from cases where case_id = $1", waiting[0]);
        await Run("""update cases set state = state::jsonb || '{"ts": 7}' where case_id = $1""", waiting[0]);
        await Run("""insert into outbox (centre_id, case_id, kind, next_try_at, payload, created_at) values (1, $1, 'Event', $2, '{"name": "Paid"}', $2)""", publisher, Services.Time.GetUtcNow());

        await Deliver(new Receiving(HttpStatusCode.OK));
        (await Scalar<long>("select count(*) from audit where act = 'EventReceived'")).Should().Be(2);

        await Run("update cases set state = $2::jsonb where case_id = $1", waiting[0], state);
        Services.Time.Advance(TimeSpan.FromMinutes(1));
        await Deliver(new Receiving(HttpStatusCode.OK));

        (await Scalar<long>("select count(*) from audit where act = 'EventReceived'")).Should().Be(3);
        (await Scalar<long>("select count(*) from outbox where kind = 'Event'")).Should().Be(0);
    }

    [Fact]
    public async Task tells_an_event_past_a_case_whose_state_cannot_be_looked_into()
    {
        var publisher = (await Receive()).CaseId;
        var (poisoned, waiting) = (await Waiting("甲"), await Waiting("乙"));
        await Run("""update cases set state = (left(state::text, -1) || ', "kept": "\u0000"}')::json where case_id = $1""", poisoned);
        await Run("""insert into outbox (centre_id, case_id, kind, next_try_at, payload, created_at) values (1, $1, 'Event', $2, '{"name": "Paid"}', $2)""", publisher, Services.Time.GetUtcNow());

        await Deliver(new Receiving(HttpStatusCode.OK));

        (await Scalar<long>("select count(*) from audit where act = 'EventReceived' and case_id = $1", waiting)).Should().Be(1);
    }

    private async Task<Guid> Waiting(string applicant)
    {
        var caseId = (await Receive(applicant: applicant)).CaseId;
        await Run("""update cases set state = state::jsonb || '{"wt": [{"f": 999, "k": "Elsa.Event", "a": "wait", "n": "Paid"}]}' where case_id = $1""", caseId);
        return caseId;
    }

    private async Task<Guid> Closed()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks[0], "Verified");
        return (await Answer(verified.OpenTasks[0], "Complete")).CaseId;
    }

    /// <summary>A case that waits for services outside: everybody gave the usual answer so far.</summary>
    private async Task<Guid> Exchanging()
    {
        var moved = await Receive(ThreeCertificates, "zhang.hui");
        var anyone = Access.System(1, "system/test");
        while (await Scalar<long>("select count(*) from outbox where kind = 'ServiceCall'") == 0)
        {
            var task = (await Send(new CaseDetail(anyone, moved.CaseId))).OpenTasks[0];
            moved = await Send(new CompleteTask(anyone, null, task.TaskId, task.Outcomes[0], null, null));
        }

        return moved.CaseId;
    }

    private async Task<int> Deliver(Receiving receiver, ReceiverOptions? options = null)
    {
        options ??= new ReceiverOptions { Receivers = (await Codes()).ToDictionary(code => code, code => new Receiver { Url = new Uri($"https://{code}.example/") }) };
        using var caller = new ServiceCaller(options, receiver);
        return await new OutboxDelivery(Services.Get<CaseDatabase>(), Services.Get<Recipients>(), Services.Get<FlowStore>(), caller, Services.Get<HttpCaller>(), Services.Get<CaseWriter>(), Services.Get<DocumentFiles>(), Services.Time, NullLogger<OutboxDelivery>.Instance).RunAsync(Cancel);
    }

    private async Task<string[]> Codes() =>
        (await Scalar<string>("select coalesce(string_agg(distinct payload ->> 'receiver', ','), '') from outbox where kind = 'ServiceCall'")).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
