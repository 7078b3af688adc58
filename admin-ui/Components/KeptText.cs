using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>What is typed into a dialog, kept in the browser until it is sent or thrown away: no reload and no crash loses it.</summary>
public sealed class KeptText(BrowserPart browser, Session session)
{
    private string key = "";

    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>Takes up what was typed before and neither sent nor thrown away.</summary>
    /// <param name="of">What it is about: the act and its object.</param>
    public async Task Begin(string of)
    {
        key = OpinionDraft.Key(session, of);
        Text = await browser.Ask<string?>("keptText", key) ?? "";
    }

    /// <summary>Keeps it as it stands.</summary>
    public Task Keep() => browser.Do("keepText", key, Text).AsTask();

    /// <summary>It is done with.</summary>
    public Task Forget() => browser.Do("keepText", key, null).AsTask();
}
