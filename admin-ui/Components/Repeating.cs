namespace ApprovalEngine.AdminUi.Components;

/// <summary>Does something again and again while a page is open: what changes though no case does is not told by events.</summary>
public sealed class Repeating : IDisposable
{
    private readonly CancellationTokenSource end = new();

    /// <summary>Begins after the first rest.</summary>
    /// <param name="rest">How long it rests in between.</param>
    /// <param name="act">What is done.</param>
    public Repeating(TimeSpan rest, Func<Task> act) => _ = Run(rest, act);

    private async Task Run(TimeSpan rest, Func<Task> act)
    {
        using var timer = new PeriodicTimer(rest);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token))
            {
                await act();
            }
        }
        catch (OperationCanceledException)
        {
            // The page has been left.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }
}
