using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Tasks;

namespace Approval.Tests.Cases;

public sealed class One_key_for_one_request(PostgresServer server) : CaseTest(server)
{
    [Fact]
    public async Task replays_the_answer_of_an_intake()
    {
        var first = await Receive(key: "intake-1");

        var second = await Receive(key: "intake-1");

        second.Should().BeEquivalentTo(first);
        (await Scalar<long>("select count(*) from cases")).Should().Be(1);
    }

    [Fact]
    public async Task replays_the_answer_of_an_act_though_the_task_is_closed_meanwhile()
    {
        var received = await Receive();
        var first = await Answer(received.OpenTasks[0], "Accepted", key: "accept-1");

        var second = await Answer(received.OpenTasks[0], "Accepted", key: "accept-1");

        second.Should().BeEquivalentTo(first);
        (await Scalar<long>("select count(*) from audit where case_id = $1", received.CaseId)).Should().Be(2);
    }

    [Fact]
    public async Task refuses_another_request_under_it()
    {
        var received = await Receive();
        await Answer(received.OpenTasks[0], "Accepted", key: "accept-1");

        var act = () => Answer(received.OpenTasks[0], "NotAccepted", key: "accept-1");

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("IdempotencyKeyUsed");
    }

    [Fact]
    public async Task belongs_to_its_user()
    {
        await Receive(key: "same");

        await Receive(key: "same", clerk: OtherClerk);

        (await Scalar<long>("select count(*) from cases")).Should().Be(2);
    }

    [Fact]
    public async Task makes_one_case_of_many_requests_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Receive(key: "double-click")));

        answers.Select(answer => answer.CaseId).Distinct().Should().ContainSingle();
        (await Scalar<long>("select count(*) from cases")).Should().Be(1);
    }

    [Fact]
    public async Task is_free_again_after_a_refusal()
    {
        var received = await Receive();
        var refused = async () => await Send(new CompleteTask(await AccessOf(Clerk), "again", received.OpenTasks[0], "Perhaps", null, null));
        await refused.Should().ThrowAsync<RuleBrokenException>();

        (await Answer(received.OpenTasks[0], "Accepted", key: "again")).Status.Should().Be("Open");
    }

    [Fact]
    public async Task in_flight_for_too_long_is_answered_409()
    {
        var received = await Receive();
        await using var other = new Npgsql.NpgsqlConnection(ConnectionString);
        await other.OpenAsync(Cancel);
        await using var transaction = await other.BeginTransactionAsync(Cancel);
        await using var hold = new Npgsql.NpgsqlCommand(
            "insert into idempotency_key (centre_id, user_name, key, request_hash, status, answer, created_at) values (1, $1, 'slow', '\\x00', 200, '', now())", other)
        {
            Parameters = { new() { Value = Clerk } },
        };
        await hold.ExecuteNonQueryAsync(Cancel);

        var act = () => Answer(received.OpenTasks[0], "Accepted", key: "slow");

        (await act.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("RequestInFlight");
        await transaction.RollbackAsync(Cancel);
        (await Answer(received.OpenTasks[0], "Accepted", key: "slow")).Status.Should().Be("Open");
    }
}
