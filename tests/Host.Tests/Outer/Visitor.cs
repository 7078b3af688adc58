using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ApprovalEngine.Contracts.Accounts;
using Host.Tests.Api;

namespace Host.Tests.Outer;

/// <summary>A browser between the product and the provider: follows redirections one by one, so that a test may look at each, or change it.</summary>
internal sealed class Visitor(Uri product) : IDisposable
{
    public Browser Browser { get; } = new(product);

    /// <summary>Whether somebody is signed in at the provider.</summary>
    public bool IsAtProvider => Browser.Cookies.GetCookies(product)[Provider.Session] is { Expired: false, Value.Length: > 0 };

    /// <summary>Who nobody was before.</summary>
    public static string Subject() => $"subject-{Guid.NewGuid():N}";

    /// <summary>Is somebody at the provider from now on.</summary>
    public void Be(string subject, string name, bool isInToken = true) =>
        Browser.Cookies.Add(product, new Cookie(Provider.Session, Uri.EscapeDataString($"{subject}|{name}|{isInToken}"), "/"));

    /// <summary>Where an address leads.</summary>
    public async Task<Uri> Next(Uri address)
    {
        var answer = await Browser.Get(address.AbsoluteUri);
        answer.StatusCode.Should().Be(HttpStatusCode.Redirect, "{0}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return new Uri(address, answer.Headers.Location!);
    }

    /// <summary>Begins a sign-in.</summary>
    /// <returns>The question to the provider.</returns>
    public Task<Uri> Begin(string? returnUrl = null) => Next(new Uri(product, $"/sign-in/provider{(returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")}"));

    /// <summary>Signs in by way of the provider.</summary>
    /// <returns>The page on which one lands.</returns>
    public async Task<Uri> SignIn(string? returnUrl = null) => await Next(await Next(await Begin(returnUrl)));

    public async Task<string> Read(Uri address) => await (await Browser.Get(address.AbsoluteUri)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public async Task<HttpStatusCode> StatusOf(string path) => (await Browser.Get(path)).StatusCode;

    /// <summary>Who one is to the product.</summary>
    public async Task<JsonElement> Me() => await (await Browser.Get("/api/v1/me")).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>Signs out as the office does.</summary>
    public async Task<SignedOut?> SignOut()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        request.Headers.Add("X-CSRF", (await Me()).GetProperty("requestToken").GetString());
        return await (await Browser.Send(request)).Content.ReadFromJsonAsync<SignedOut>(TestContext.Current.CancellationToken);
    }

    public void Dispose() => Browser.Dispose();
}
