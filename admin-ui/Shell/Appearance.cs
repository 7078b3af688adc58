using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Accounts;
using Microsoft.AspNetCore.Components;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>How the office looks to a person and in which language, and the way out: what the menu under one's name and the box of commands both do.</summary>
public sealed class Appearance(BrowserPart browser, NavigationManager navigation, ApiClient api, Session session, Preferred preferred)
{
    private const string Narrow = "narrow";

    /// <summary>The languages, each in its own words.</summary>
    public static IReadOnlyList<(string Name, string Word)> Languages { get; } = [("zh-Hans", "简体中文"), ("zh-Hant", "繁體中文"), ("en", "English")];

    /// <summary>The themes; null is the system's.</summary>
    public static IReadOnlyList<string?> Themes { get; } = [null, "light", "dark"];

    /// <summary>The theme that was chosen.</summary>
    public string? Theme { get; private set; }

    /// <summary>The heights of rows; null is the usual one.</summary>
    public static IReadOnlyList<string?> Densities { get; } = ["compact", null, "comfortable"];

    /// <summary>The height of rows that was chosen.</summary>
    public string? Density { get; private set; }

    /// <summary>The navigation shows its drawings only, and leaves the width to the page.</summary>
    public bool IsNarrow { get; private set; }

    /// <summary>Another theme, height of rows or width of the navigation was chosen.</summary>
    public event Action? Changed;

    /// <summary>The page that is shown, for coming back to it.</summary>
    public string Here => "/" + navigation.ToBaseRelativePath(navigation.Uri);

    /// <summary>Asks the page, which was painted as the person likes it.</summary>
    public async Task Look()
    {
        (Theme, Density) = (await browser.Ask<string?>("dressed", "data-theme"), await browser.Ask<string?>("dressed", "data-density"));
        IsNarrow = await browser.Ask<string?>("dressed", "data-rail") == Narrow;
        Changed?.Invoke();
    }

    /// <summary>Chooses a theme.</summary>
    public Task Dress(string? theme)
    {
        Theme = theme;
        return Keep(Preference.Theme, theme);
    }

    /// <summary>Chooses the height of rows.</summary>
    public Task Space(string? density)
    {
        Density = density;
        return Keep(Preference.Density, density);
    }

    /// <summary>Makes the navigation narrow, or wide again.</summary>
    public Task Fold()
    {
        IsNarrow = !IsNarrow;
        return Keep(Preference.Rail, IsNarrow ? Narrow : null);
    }

    private async Task Keep(string what, string? value)
    {
        Changed?.Invoke();
        await browser.Do("dress", $"data-{what}", value);
        await preferred.Keep(what, value);
    }

    /// <summary>Where a language is chosen.</summary>
    public string Address(string language) => $"language/{language}?returnUrl={Uri.EscapeDataString(Here)}";

    /// <summary>Loads the page anew in another language.</summary>
    public async Task Speak(string language)
    {
        await preferred.Keep(Preference.Language, language);
        navigation.NavigateTo("/" + Address(language), forceLoad: true);
    }

    /// <summary>Takes what was filled in and not handed in off the computer: the next at the window is somebody else.</summary>
    public async Task ClearDrafts() => await browser.Do("clearDrafts", session.Me?.UserName);

    /// <summary>Ends the sign-in.</summary>
    public async Task SignOut()
    {
        await ClearDrafts();
        Uri? place = null;
        try
        {
            place = (await api.Delete<SignedOut>("session")).ContinueAt;
        }
        catch (ApiException)
        {
            // The session had ended already.
        }

        navigation.NavigateTo(place?.AbsoluteUri ?? "/", forceLoad: true);
    }
}
