using ApprovalEngine.Approval.Live;
using ApprovalEngine.Contracts.Live;

namespace Approval.Tests.Live;

public sealed class Reading_too_slowly
{
    [Fact]
    public async Task ends_the_line_so_that_all_is_asked_for_again_and_nothing_is_lost_unnoticed()
    {
        var line = ChangeFeed.Line();
        var written = 0;
        while (line.Writer.TryWrite(new([], [LiveArea.Keys])) && written < 10_000)
        {
            written++;
        }

        written.Should().BeLessThan(10_000);
        var read = 0;
        await foreach (var _ in line.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read++;
        }

        read.Should().BeLessThan(written, "the last did not fit, and its writer was not told");
    }
}
