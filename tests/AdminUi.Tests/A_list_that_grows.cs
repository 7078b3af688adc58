using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts.Cases;

namespace AdminUi.Tests;

public sealed class A_list_that_grows
{
    private readonly Dictionary<string, Func<Page<int>>> pages = [];
    private readonly PagedList<int> list;

    /// <summary>Answers come only once this is set.</summary>
    private TaskCompletionSource waits = new();

    public A_list_that_grows()
    {
        waits.SetResult();
        list = new(async (after, _) =>
        {
            await waits.Task;
            return pages[after ?? ""]();
        }, row => row);
    }

    [Fact]
    public async Task shows_each_row_once_though_it_moved_to_a_later_page()
    {
        pages[""] = () => new([1, 2], "a");
        pages["a"] = () => new([2, 3], null);

        await list.Load();
        await list.More();

        list.Rows.Should().Equal(1, 2, 3);
        list.Next.Should().BeNull();
    }

    [Fact]
    public async Task is_there_as_a_whole_where_it_has_to_be()
    {
        pages[""] = () => new([1, 2], "a");
        pages["a"] = () => new([3], "b");
        pages["b"] = () => new([4], null);

        await list.LoadWhole();

        list.Rows.Should().Equal(1, 2, 3, 4);
        pages["b"] = () => new([4], "c");
        pages["c"] = () => new([5], null);
        await list.Reload();
        list.Rows.Should().Equal([1, 2, 3, 4, 5], "what was added since belongs to the whole");
    }

    [Fact]
    public async Task keeps_its_rows_and_says_why_when_more_does_not_come()
    {
        pages[""] = () => new([1], "a");
        pages["a"] = () => throw new ApiException(new(503, "DatabaseUnavailable", null, null));
        await list.Load();

        await list.More();

        list.Rows.Should().Equal(1);
        list.MoreProblem!.Code.Should().Be("DatabaseUnavailable");
        list.Next.Should().Be("a", "it can be asked for again");
        pages["a"] = () => new([2], null);
        await list.More();
        list.Rows.Should().Equal(1, 2);
        list.MoreProblem.Should().BeNull();
    }

    [Fact]
    public async Task stays_as_long_as_it_was_when_it_is_asked_again()
    {
        pages[""] = () => new([1, 2], "a");
        pages["a"] = () => new([3, 4], "b");
        pages["b"] = () => new([5], null);
        await list.Load();
        await list.More();
        pages[""] = () => new([0, 1], "a");

        await list.Reload();

        list.Rows.Should().Equal(0, 1, 3, 4);
        list.Next.Should().Be("b");
        await list.Load();
        list.Rows.Should().Equal(0, 1);
    }

    [Fact]
    public async Task grows_though_it_is_asked_again_meanwhile()
    {
        pages[""] = () => new([1, 2], "a");
        pages["a"] = () => new([3], "b");
        pages["b"] = () => new([4], null);
        await list.Load();

        (waits, var slow) = (new(), list.Reload());
        var grown = list.More();
        waits.SetResult();
        await Task.WhenAll(slow, grown);
        list.Rows.Should().Equal([1, 2, 3], "the list was asked again first");

        (waits, grown) = (new(), list.More());
        slow = list.Reload();
        waits.SetResult();
        await Task.WhenAll(slow, grown);
        list.Rows.Should().Equal([1, 2, 3, 4], "it is asked again for what has come in the meantime");
    }

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(2, -1, 1)]
    [InlineData(3, 1, 3)]
    [InlineData(1, 0, 1)]
    [InlineData(9, 1, 1)]
    public async Task is_gone_through_row_by_row(int chosen, int by, int next)
    {
        pages[""] = () => new([1, 2, 3], null);
        list.Step(row => row == chosen, by).Should().Be(0, "nothing is there yet");
        await list.Load();

        list.Step(row => row == chosen, by).Should().Be(next);
    }

    [Fact]
    public async Task says_why_it_did_not_come_at_all()
    {
        pages[""] = () => throw new ApiException(new(403, "Forbidden", null, null));

        await list.Load();

        list.Rows.Should().BeNull();
        list.Problem!.Status.Should().Be(403);
    }
}
