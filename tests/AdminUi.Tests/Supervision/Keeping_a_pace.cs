using ApprovalEngine.AdminUi.Components;

namespace AdminUi.Tests.Supervision;

public sealed class Keeping_a_pace
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task acts_at_once_and_then_once_more_for_all_that_was_asked_meanwhile()
    {
        var acts = 0;
        using var pace = new Paced(Rest, () => Task.FromResult(acts++));

        pace.Ask();
        acts.Should().Be(1);
        pace.Ask();
        pace.Ask();
        acts.Should().Be(1);

        await Task.Delay(Rest * 6, TestContext.Current.CancellationToken);
        acts.Should().Be(2, "what came last is never lost, and nothing is done for nothing");
    }

    [Fact]
    public async Task does_nothing_once_the_page_has_gone()
    {
        var acts = 0;
        var pace = new Paced(Rest, () => Task.FromResult(acts++));
        pace.Ask();
        pace.Ask();

        pace.Dispose();

        await Task.Delay(Rest * 4, TestContext.Current.CancellationToken);
        acts.Should().Be(1);
    }
}
