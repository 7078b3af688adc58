using ApprovalEngine.AdminUi.Components;
using Microsoft.AspNetCore.Components;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Keeps figures that are counted from cases as they are on the server, at a rhythm that it bears.</summary>
public sealed class FollowFigures : ComponentBase, IDisposable
{
    /// <summary>A report of a whole centre costs the server as much as many lists, and cases change all the time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>A limit passes though nothing happens.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(5);

    private Paced? pace;
    private Repeating? ageing;

    /// <summary>Asks again; what is there stays meanwhile.</summary>
    [Parameter, EditorRequired]
    public EventCallback Renew { get; set; }

    [Inject]
    private LiveEvents Live { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        pace = new(Rest, () => InvokeAsync(() => Renew.InvokeAsync()));
        ageing = new(Age, () =>
        {
            pace?.Ask();
            return Task.CompletedTask;
        });
        Live.Changed += Changed;
    }

    private void Changed(IReadOnlyCollection<Guid> cases) => pace?.Ask();

    /// <inheritdoc/>
    public void Dispose()
    {
        Live.Changed -= Changed;
        ageing?.Dispose();
        pace?.Dispose();
    }
}
