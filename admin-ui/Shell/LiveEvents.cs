using System.Text.Json;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Live;
using Microsoft.JSInterop;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Tells pages what changed of which the person may know. Events carry keys only: whoever shows something asks again (<see cref="Follow"/>).</summary>
public sealed class LiveEvents(BrowserPart browser)
{
    private bool isOpen;

    /// <summary>Cases changed; an empty list says that events may have been missed.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed;

    /// <summary>Something changed of what stands outside cases: all of it, where events may have been missed.</summary>
    public event Action<IReadOnlyCollection<LiveArea>>? AreasChanged;

    /// <summary>Something waits to be read no more.</summary>
    public event Action? Noted;

    /// <summary>Somebody looks at the tab; one that nobody looks at is told nothing until they do, and need not ask by itself.</summary>
    public bool IsLookedAt { get; private set; } = true;

    /// <summary>Somebody looks at the tab again.</summary>
    public event Action? LookedAt;

    /// <summary>Opens the stream, once.</summary>
    /// <param name="person">User name of who is signed in: their tabs share it.</param>
    public async Task Open(string person)
    {
        if (!isOpen)
        {
            isOpen = true;
            await browser.Do("live", DotNetObjectReference.Create(this), "api/v1/events", person);
        }
    }

    /// <summary>The tab came into sight, or went out of it.</summary>
    /// <param name="isLookedAt">It can be seen.</param>
    [JSInvokable]
    public void Looked(bool isLookedAt)
    {
        IsLookedAt = isLookedAt;
        if (isLookedAt)
        {
            LookedAt?.Invoke();
        }
    }

    /// <summary>Cases changed.</summary>
    /// <param name="cases">JSON array of ids of cases.</param>
    [JSInvokable]
    public void Happened(string cases)
    {
        var changed = JsonSerializer.Deserialize(cases, ApiJson.Default.GuidArray) ?? [];
        Changed?.Invoke(changed);
        if (changed.Length == 0)
        {
            AreasChanged?.Invoke(Enum.GetValues<LiveArea>());
        }
    }

    /// <summary>The person took note of what waited to be read: no event tells that, and nothing of the cases changed.</summary>
    public void Note() => Noted?.Invoke();

    /// <summary>Something was done outside cases.</summary>
    /// <param name="acts">JSON of <see cref="LiveActs"/>.</param>
    [JSInvokable]
    public void Acted(string acts) =>
        AreasChanged?.Invoke([.. (JsonSerializer.Deserialize(acts, ApiJson.Default.LiveActs)?.Areas ?? []).Select(name => Enum.TryParse<LiveArea>(name, out var area) ? area : (LiveArea?)null).OfType<LiveArea>()]);
}
