using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Takes one's last act on a task back.</summary>
public sealed class TakingBack(ApiClient api, BrowserPart browser, Session session)
{
    /// <summary>Takes it back; what was written with it stands in the field again when the task is opened.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="written">What was written with an answer; null for nothing.</param>
    /// <exception cref="ApiException">It cannot be taken back any more, or the server was not reached.</exception>
    public async Task Do(Guid taskId, string? written)
    {
        await api.Post<ReasonRequest, CaseMoved>($"tasks/{taskId}/withdraw", new());
        if (written is not null)
        {
            await browser.Do("keepText", OpinionDraft.Key(session, taskId), written);
        }
    }
}
