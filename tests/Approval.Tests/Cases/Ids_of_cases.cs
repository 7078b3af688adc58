using ApprovalEngine.Approval.Cases;

namespace Approval.Tests.Cases;

public sealed class Ids_of_cases
{
    private static readonly DateTimeOffset At = new(2011, 10, 11, 11, 42, 22, 688, TimeSpan.Zero);

    [Fact]
    public void begin_with_the_instant_of_receipt_and_end_in_zeros()
    {
        var id = CaseIds.New(At);

        id.Version.Should().Be(7);
        id.ToString().Should().EndWith("0000");
        Convert.ToInt64(id.ToString("N")[..12], 16).Should().Be(At.ToUnixTimeMilliseconds());
    }

    [Fact]
    public void are_in_the_ids_of_their_tasks()
    {
        var id = CaseIds.New(At);

        var task = CaseIds.Task(id, 65_535);

        CaseIds.CaseOf(task).Should().Be(id);
        CaseIds.NumberOf(task).Should().Be(65_535);
    }

    [Fact]
    public void are_the_same_for_the_same_random_bits() =>
        CaseIds.New(At, [1, 2, 3, 4, 5, 6, 7, 8]).Should().Be(CaseIds.New(At, [1, 2, 3, 4, 5, 6, 7, 8]));
}
