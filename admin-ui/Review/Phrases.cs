using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>The short texts for opinions of who works here: their own, or the product's until they keep some. Asked for once.</summary>
public sealed class Phrases(ApiClient api, Texts texts)
{
    /// <summary>So many have a key of their own.</summary>
    public const int WithKey = 9;

    private OwnPhrases own = new(0, []);
    private Task? asking;

    /// <summary>They were read or changed.</summary>
    public event Action? Changed;

    /// <summary>What is offered, in its order.</summary>
    public IReadOnlyList<string> Offered => own.Version > 0 ? own.Texts : Shipped;

    /// <summary>The product's, in the person's language.</summary>
    public IReadOnlyList<string> Shipped => texts["PhraseList"].Split('|');

    /// <summary>Asks for them unless that was done; until they are there, and when they do not come, the product's are offered.</summary>
    public Task Begin() => asking ??= Ask();

    /// <summary>Asks again, before they are changed.</summary>
    /// <exception cref="ApiException">Not reached, or refused.</exception>
    public async Task Load() => Take(await api.Get<OwnPhrases>("me/phrases"));

    /// <summary>Keeps them as they are now.</summary>
    /// <exception cref="ApiException">Refused; another window was faster, for instance.</exception>
    public async Task Keep(IReadOnlyList<string> phrases) => Take(await api.Put<OwnPhrases, OwnPhrases>("me/phrases", own with { Texts = phrases }));

    private async Task Ask()
    {
        try
        {
            await Load();
        }
        catch (ApiException)
        {
            asking = null;
        }
    }

    private void Take(OwnPhrases answer)
    {
        own = answer;
        Changed?.Invoke();
    }
}
