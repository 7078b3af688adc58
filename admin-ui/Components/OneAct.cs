using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>An act of a page outside dialogs: done once, however often it is asked for meanwhile; when it is refused, the page says why.</summary>
public sealed class OneAct(Notices notices, Texts texts)
{
    private bool isBusy;

    /// <summary>Does it, unless one is under way.</summary>
    public async Task Do(Func<Task> act)
    {
        if (isBusy)
        {
            return;
        }

        isBusy = true;
        try
        {
            await act();
        }
        catch (ApiException refused)
        {
            notices.Say(new(Problems.Say(texts, refused.Problem), IsBad: true));
        }
        finally
        {
            isBusy = false;
        }
    }
}
