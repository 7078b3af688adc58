using ApprovalEngine.AdminUi.Components;
using Microsoft.AspNetCore.Components;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Keeps figures that are counted from cases as they are on the server, at a rhythm that it bears.</summary>
public sealed class FollowFigures : ComponentBase, IDisposable
{
    /// <summary>A report of a whole centre costs the server as much as many lists, and cases change all the time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>A limit passes though nothing happens.</summary>
    private static readonly TimeSpan UsualAge = TimeSpan.FromMinutes(5);

    private Paced? pace;
    private Repeating? ageing;

    /// <summary>They have aged while nobody looked.</summary>
    private bool isOld;

    /// <summary>Asks again; what is there stays meanwhile.</summary>
    [Parameter, EditorRequired]
    public EventCallback Renew { get; set; }

    /// <summary>After how long they are asked for though nothing happened.</summary>
    [Parameter]
    public TimeSpan Age { get; set; } = UsualAge;

    [Inject]
    private LiveEvents Live { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        pace = new(Rest, () => InvokeAsync(() => Renew.InvokeAsync()));
        ageing = new(Age, () =>
        {
            isOld = true;
            return InvokeAsync(AskWhereOld);
        });
        Live.Changed += Changed;
        Live.LookedAt += AskWhereOld;
    }

    private void Changed(IReadOnlyCollection<Guid> cases) => pace?.Ask();

    private void AskWhereOld()
    {
        if (isOld && Live.IsLookedAt)
        {
            isOld = false;
            pace?.Ask();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Live.Changed -= Changed;
        Live.LookedAt -= AskWhereOld;
        ageing?.Dispose();
        pace?.Dispose();
    }
}
