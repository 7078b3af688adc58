using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts.Live;
using Microsoft.AspNetCore.Components;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Keeps what a page shows as it is on the server: has it asked for again as soon as something of it changed, then rests, so that many changes are one question.</summary>
public sealed class Follow : ComponentBase, IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    /// <summary>That somebody looked at a case is an act, too.</summary>
    private static readonly TimeSpan ActsRest = TimeSpan.FromSeconds(10);

    private Paced? pace;

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<LiveArea> Areas { get; set; } = [];

    /// <summary>Asks again; what is there stays meanwhile.</summary>
    [Parameter, EditorRequired]
    public EventCallback Renew { get; set; }

    [Inject]
    private LiveEvents Live { get; set; } = null!;

    [Inject]
    private Session Session { get; set; } = null!;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        pace = new(Areas.Contains(LiveArea.Acts) ? ActsRest : Rest, () => InvokeAsync(Patiently));
        Live.AreasChanged += Changed;
    }

    private void Changed(IReadOnlyCollection<LiveArea> changed)
    {
        if (changed.Intersect(Areas).Any())
        {
            pace?.Ask();
        }
    }

    private async Task Patiently()
    {
        try
        {
            // What is new is called by its name.
            await Session.Freshen();
            await Renew.InvokeAsync();
        }
        catch (ApiException)
        {
            // What is shown stays; the next change asks again.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Live.AreasChanged -= Changed;
        pace?.Dispose();
    }
}
