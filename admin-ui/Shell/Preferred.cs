using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Accounts;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Has the server keep what the person chooses for themselves: it goes with them. Where it cannot be kept it holds until the page is loaded anew.</summary>
public sealed class Preferred(ApiClient api, Notices notices, Texts texts)
{
    private Task before = Task.CompletedTask;

    /// <summary>Keeps a choice. One after the other: of two quick ones the later stands.</summary>
    /// <param name="name">One of <see cref="Preference.All"/>.</param>
    /// <param name="value">What is chosen; null for the usual.</param>
    public Task Keep(string name, string? value) => before = Keep(before, name, value);

    private async Task Keep(Task first, string name, string? value)
    {
        await first;
        try
        {
            await api.Put($"me/preferences/{name}", new PreferenceRequest(value));
        }
        catch (ApiException refused)
        {
            notices.Say(new(Problems.Say(texts, refused.Problem), IsBad: true));
        }
    }
}
