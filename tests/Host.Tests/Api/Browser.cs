using System.Net;
using System.Text.RegularExpressions;

namespace Host.Tests.Api;

/// <summary>As much of a browser as forms need: cookies, a form, no redirections of its own.</summary>
internal sealed partial class Browser : IDisposable
{
    private const string Token = "__RequestVerificationToken";

    private readonly HttpClient client;

    public Browser(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => client.SendAsync(request, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => client.PostAsync(path, content, TestContext.Current.CancellationToken);

    /// <summary>Fills in and sends the form of the page.</summary>
    public async Task<HttpResponseMessage> SubmitSignIn(Uri page, string userName, string password)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        return await Submit(page, html, ("Form.UserName", userName), ("Form.Password", password));
    }

    /// <summary>Sends the form that a page shows.</summary>
    public Task<HttpResponseMessage> Submit(Uri page, string html, params (string Name, string Value)[] typed)
    {
        var fields = Hidden().Matches(html).Select(field => (field.Groups[1].Value, WebUtility.HtmlDecode(field.Groups[2].Value)));
        var all = fields.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return client.PostAsync(page, new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form of the page with the token that the page gave.</summary>
    public async Task<HttpResponseMessage> Submit(string page, Dictionary<string, string> fields) =>
        await client.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string>(fields) { [Token] = await TokenOf(page) }), TestContext.Current.CancellationToken);

    /// <summary>Likewise with a file.</summary>
    public async Task<HttpResponseMessage> Submit(string page, MultipartFormDataContent form)
    {
        form.Add(new StringContent(await TokenOf(page)), Token);
        return await client.PostAsync(page, form, TestContext.Current.CancellationToken);
    }

    private async Task<string> TokenOf(string page) => Hidden().Matches(await client.GetStringAsync(page, TestContext.Current.CancellationToken))
        .Where(field => field.Groups[1].Value == Token).Select(field => WebUtility.HtmlDecode(field.Groups[2].Value)).First();

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
