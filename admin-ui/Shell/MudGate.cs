namespace ApprovalEngine.AdminUi.Shell;

/// <summary>MudBlazor's style, script and providers come when the first dialog or date wants them, so that no page needs to wait for them; who needs them waits here.</summary>
public sealed class MudGate
{
    private readonly TaskCompletionSource wanted = new();
    private readonly TaskCompletionSource ready = new();

    /// <summary>Somebody waits for them.</summary>
    public Task Wanted => wanted.Task;

    /// <summary>They are there; asking for it has them loaded.</summary>
    public Task Ready
    {
        get
        {
            wanted.TrySetResult();
            return ready.Task;
        }
    }

    /// <summary>Whether they are there.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Says that they are.</summary>
    public void Open() => ready.TrySetResult();
}
