using System.Text.Json;
using ApprovalEngine.AdminUi.Api;
using Microsoft.JSInterop;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Tells pages that cases changed which the person may know of. Events carry keys only: whoever shows something asks again.</summary>
public sealed class LiveEvents(BrowserPart browser)
{
    private bool isOpen;

    /// <summary>Cases changed; an empty list says that events may have been missed.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed;

    /// <summary>Opens the stream, once.</summary>
    public async Task Open()
    {
        if (!isOpen)
        {
            isOpen = true;
            await browser.Do("live", DotNetObjectReference.Create(this), "api/v1/events");
        }
    }

    /// <summary>An event arrived.</summary>
    /// <param name="cases">JSON array of ids of cases.</param>
    [JSInvokable]
    public void Happened(string cases) => Changed?.Invoke(JsonSerializer.Deserialize(cases, ApiJson.Default.GuidArray) ?? []);
}
