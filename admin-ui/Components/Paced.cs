namespace ApprovalEngine.AdminUi.Components;

/// <summary>Does something as soon as it is asked for, then rests: what is asked for meanwhile is done once, after the rest, and never lost.</summary>
/// <param name="rest">How long it rests.</param>
/// <param name="act">What is done.</param>
public sealed class Paced(TimeSpan rest, Func<Task> act) : IDisposable
{
    private readonly CancellationTokenSource end = new();
    private bool isWanted;
    private bool isRunning;

    /// <summary>Asks for it.</summary>
    public void Ask()
    {
        isWanted = true;
        if (!isRunning && !end.IsCancellationRequested)
        {
            _ = Run();
        }
    }

    private async Task Run()
    {
        isRunning = true;
        try
        {
            while (isWanted)
            {
                isWanted = false;
                await act();
                await Task.Delay(rest, end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        finally
        {
            isRunning = false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }
}
