namespace ApprovalEngine.AdminUi.Shell;

/// <summary>MudBlazor's style, script and providers come once the first page stands, so that it need not wait for them; who needs them waits here.</summary>
public sealed class MudGate
{
    private readonly TaskCompletionSource ready = new();

    /// <summary>They are there.</summary>
    public Task Ready => ready.Task;

    /// <summary>Whether they are there.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Says that they are.</summary>
    public void Open() => ready.TrySetResult();
}
