using System.Diagnostics;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace Approval.Tests.Cases;

public sealed class Acts_that_come_at_once(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task share_one_transaction_and_are_answered_each_its_own()
    {
        var cases = await Receive(20);

        var answers = await Task.WhenAll(Writer.RunAll(cases.Select(caseId => Note(caseId)), Cancel));

        answers.Select(answer => answer.CaseId).Should().Equal(cases);
        answers.Should().OnlyContain(answer => answer.Version == 2);
        (await Transactions()).Should().Be(1);
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task ask_the_database_twice_however_many_they_are()
    {
        var few = await Receive(2);
        var many = await Receive(12);
        await Task.WhenAll(Writer.RunAll(few.Select(caseId => Note(caseId)), Cancel));

        (await RoundTrips(few)).Should().Be(2);
        (await RoundTrips(many)).Should().Be(2);
        (await RoundTrips([few[0]])).Should().Be(2);
    }

    [Fact]
    public async Task are_refused_one_by_one()
    {
        var cases = await Receive(5);

        var answers = Writer.RunAll(cases.Select((caseId, i) => i == 2 ? Act(caseId, (_, _) => throw new RuleBrokenException("No", "Not this one.")) : Note(caseId)), Cancel);

        (await Refusal(answers[2])).Should().BeOfType<RuleBrokenException>();
        (await Task.WhenAll(answers.Where((_, i) => i != 2))).Should().HaveCount(4);
        (await Noted()).Should().Be(4);
        (await Scalar<int>("select version from cases where case_id = $1", cases[2])).Should().Be(1);
    }

    [Fact]
    public async Task do_not_hear_that_another_host_was_faster_with_one_of_them()
    {
        var cases = await Receive(5);
        await using var host = TestServices.Build(ConnectionString, Services.Time.GetUtcNow());
        var isFirst = true;
        var overtaken = Act(cases[3], (session, at) =>
        {
            if (isFirst)
            {
                isFirst = false;
                host.Get<CaseWriter>().RunAsync(Note(cases[3]), CancellationToken.None).GetAwaiter().GetResult();
            }

            session.Record(at, Clerk, new StepNote("Noted"));
        });

        var answers = await Task.WhenAll(Writer.RunAll(cases.Select(caseId => caseId == cases[3] ? overtaken : Note(caseId)), Cancel));

        answers.Select(answer => answer.Version).Should().Equal(2, 2, 2, 3, 2);
        (await Noted()).Should().Be(6);
    }

    [Fact]
    public async Task on_one_case_follow_each_other()
    {
        var cases = await Receive(3);

        var answers = await Task.WhenAll(Writer.RunAll([Note(cases[0]), Note(cases[1]), Note(cases[0]), Note(cases[2]), Note(cases[0])], Cancel));

        answers.Where(answer => answer.CaseId == cases[0]).Select(answer => answer.Version).Should().Equal(2, 3, 4);
        (await Noted()).Should().Be(5);
    }

    [Fact]
    public async Task under_one_key_happen_once()
    {
        var cases = await Receive(3);
        var key = new IdempotencyKey(Clerk, "once", [1]);

        var answers = Writer.RunAll([Note(cases[0], key), Note(cases[1]), Note(cases[0], key), Note(cases[2], key with { RequestHash = [2] })], Cancel);

        (await answers[2]).Should().BeEquivalentTo(await answers[0]);
        (await Refusal(answers[3])).Should().BeOfType<RuleBrokenException>().Which.Code.Should().Be("IdempotencyKeyUsed");
        (await answers[1]).Version.Should().Be(2);
        (await Noted()).Should().Be(2);
    }

    [Fact]
    public async Task are_tried_alone_when_the_rows_of_one_break_a_rule()
    {
        var cases = await Receive(5);
        var broken = Act(cases[1], (session, at) =>
        {
            session.Record(at, Clerk, new StepNote("Noted"));
            session.Changes.More.Add(new NpgsqlBatchCommand("select 1 / 0"));
        });

        var answers = Writer.RunAll(cases.Select((caseId, i) => i == 1 ? broken : Note(caseId)), Cancel);

        (await Refusal(answers[1])).Should().BeOfType<PostgresException>();
        (await Task.WhenAll(answers.Where((_, i) => i != 1))).Should().OnlyContain(answer => answer.Version == 2);
        (await Noted()).Should().Be(4);
    }

    [Fact]
    public async Task are_tried_alone_when_the_rows_of_one_cannot_be_sent()
    {
        var cases = await Receive(5);
        var broken = Act(cases[1], (session, at) =>
        {
            session.Record(at, Clerk, new StepNote("Noted"));
            session.Changes.More.Add(new NpgsqlBatchCommand("select $1") { Parameters = { new NpgsqlParameter<string> { TypedValue = "\ud840" } } });
        });

        var answers = Writer.RunAll(cases.Select((caseId, i) => i == 1 ? broken : Note(caseId)), Cancel);

        await FluentActions.Awaiting(() => answers[1]).Should().ThrowAsync<Exception>();
        (await Task.WhenAll(answers.Where((_, i) => i != 1))).Should().OnlyContain(answer => answer.Version == 2);
        (await Noted()).Should().Be(4);
    }

    [Fact]
    public async Task keep_half_a_character_as_a_sign_that_there_was_one()
    {
        var cases = await Receive(1);

        await Writer.RunAsync(Act(cases[0], (session, at) =>
        {
            session.Record(at, Clerk, new StepNote("Noted") { Opinion = "\ud840" });
            session.Changes.Notes.Add(new CaseNote(at, Clerk, NoteKind.Journal, "\ud840某"));
        }), Cancel);

        (await Scalar<string>("select text from case_note")).Should().Be("\ufffd某");
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task do_not_fail_with_one_whose_case_cannot_be_read()
    {
        var cases = await Receive(5);
        await Run("update cases set state = '[]' where case_id = $1", cases[1]);

        var answers = Writer.RunAll(cases.Select(caseId => Note(caseId)), Cancel);

        await FluentActions.Awaiting(() => answers[1]).Should().ThrowAsync<Exception>();
        (await Task.WhenAll(answers.Where((_, i) => i != 1))).Should().OnlyContain(answer => answer.Version == 2);
        (await Noted()).Should().Be(4);
    }

    [Fact]
    public async Task do_not_wait_for_the_one_whose_key_is_under_way_elsewhere()
    {
        var cases = await Receive(4);
        await using var other = new NpgsqlConnection(ConnectionString);
        await other.OpenAsync(Cancel);
        await using var transaction = await other.BeginTransactionAsync(Cancel);
        await using (var hold = new NpgsqlCommand("insert into idempotency_key (centre_id, user_name, key, request_hash, status, answer, created_at) values (1, $1, 'held', '\\x01', 200, '', now())", other))
        {
            hold.Parameters.Add(new() { Value = Clerk });
            await hold.ExecuteNonQueryAsync(Cancel);
        }

        var answers = Writer.RunAll(cases.Select((caseId, i) => Note(caseId, i == 0 ? new IdempotencyKey(Clerk, "held", [1]) : null)), Cancel);
        await Task.WhenAll(answers.Skip(1));
        await Writer.RunAsync(Note(cases[1]), Cancel);

        answers[0].IsCompleted.Should().BeFalse();
        await transaction.RollbackAsync(Cancel);
        (await answers[0]).Version.Should().Be(2);
    }

    [Fact]
    public async Task never_happen_when_they_were_given_up_while_they_waited()
    {
        var cases = await Receive(3);
        using var open = new ManualResetEventSlim();
        using var givenUp = new CancellationTokenSource();
        var busy = cases.Take(2).Select(caseId => Task.Run(() => Writer.RunAsync(Act(caseId, (session, at) =>
        {
            open.Wait();
            session.Record(at, Clerk, new StepNote("Noted"));
        }), Cancel))).ToArray();
        await Task.Delay(500, Cancel);
        var waiting = Writer.RunAsync(Note(cases[2]), givenUp.Token);

        await givenUp.CancelAsync();

        (await Refusal(waiting)).Should().BeAssignableTo<OperationCanceledException>();
        open.Set();
        await Task.WhenAll(busy);
        (await Noted()).Should().Be(2);
    }

    private CaseWriter Writer => Services.Get<CaseWriter>();

    private static CaseAct Note(Guid caseId, IdempotencyKey? key = null) => Act(caseId, (session, at) => session.Record(at, Clerk, new StepNote("Noted")), key);

    private static CaseAct Act(Guid caseId, Action<CaseSession, DateTimeOffset> act, IdempotencyKey? key = null) => new() { CentreId = 1, CaseId = caseId, Key = key, Do = act };

    private async Task<Guid[]> Receive(int count)
    {
        var cases = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            cases.Add((await Receive(applicant: $"第{i}人")).CaseId);
        }

        return [.. cases];
    }

    private Task<long> Noted() => Scalar<long>("select count(*) from audit where act = 'Noted'");

    private Task<long> Transactions() => Scalar<long>("select count(distinct transaction_no) from audit where act = 'Noted'");

    /// <summary>
    /// Npgsql tells of each command or batch that it sends. Counted are the writer's own on this test's database: once a second the next act
    /// also asks, elsewhere, whether what is cached still holds.
    /// </summary>
    private async Task<int> RoundTrips(IEnumerable<Guid> cases)
    {
        var database = $"Database={new NpgsqlConnectionStringBuilder(ConnectionString).Database};";
        var sent = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.DisplayName != "CONNECT" && activity.GetTagItem("db.npgsql.data_source") is string source && source.Contains(database) && source.Contains("approval-writer"))
                {
                    Interlocked.Increment(ref sent);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await Task.WhenAll(Writer.RunAll(cases.Select(caseId => Note(caseId)), Cancel));
        return sent;
    }

    private static async Task<Exception?> Refusal(Task answer)
    {
        try
        {
            await answer;
            return null;
        }
        catch (Exception fault) when (fault is ApprovalException or PostgresException or OperationCanceledException)
        {
            return fault;
        }
    }
}
