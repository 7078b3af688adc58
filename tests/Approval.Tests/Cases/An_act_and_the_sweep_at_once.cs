using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Cases;

/// <summary>One host's clock stands at the last moment for an answer, the other's just after it: an answer and the timer meet on each case.</summary>
public sealed class An_act_and_the_sweep_at_once(PostgresServer server) : CaseTest(server)
{
    private const int Cases = 30;

    [Fact]
    public async Task have_one_order_or_the_other_and_never_a_mixture()
    {
        var received = new List<CaseMoved>();
        for (var i = 0; i < Cases; i++)
        {
            received.Add(await Receive(applicant: $"第{i}人"));
        }

        var due = await Scalar<DateTime>("select min(due_at) from timer where kind = 0");
        var last = new DateTimeOffset(due, TimeSpan.Zero).AddTicks(-10);
        Services.Time.SetUtcNow(last);
        await using var other = TestServices.Build(ConnectionString, last.AddSeconds(1));
        var clerk = await AccessOf(Clerk);

        var sweep = other.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel);
        var answers = await Task.WhenAll(received.Select(one => TryAsync(() => Send(new CompleteTask(clerk, null, one.OpenTasks.Single(), "NotAccepted", "不属于本中心受理范围。", null)))));
        await sweep;
        await other.Get<DueSweep>().RunAsync(DueKind.Flow, "timers", Cancel);

        var answered = answers.Count(moved => moved is not null);
        // Accepted by silence, as from the day of receipt: timers of its first steps that were due since may fire with it.
        (await Scalar<long>("select count(distinct case_id) from audit where act = 'TimerFired'")).Should().Be(Cases - answered, "a case is accepted by silence where no answer came first");
        (await Scalar<long>("select count(*) from cases where status = 8")).Should().Be(answered);
        (await Scalar<long>("select count(*) from case_fact where kind = 1")).Should().Be(Cases - answered);
        (await Scalar<long>("select count(*) from task_open")).Should().Be(Cases - answered);
        (await Services.Get<CaseChecks>().RunAsync(1, Cancel)).Findings.Should().BeEmpty();
        (await Services.Get<AuditVerifier>().VerifyAsync(null, null, Cancel)).Findings.Should().BeEmpty();
    }

    private static async Task<CaseMoved?> TryAsync(Func<Task<CaseMoved>> answer)
    {
        try
        {
            return await answer();
        }
        catch (ConflictException)
        {
            return null;
        }
    }
}
