using System.Net;
using System.Text.RegularExpressions;

namespace Host.Tests.Api;

/// <summary>As much of a browser as signing in needs: cookies, a form, no redirections of its own.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    public Browser(Uri address)
    {
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public Task<HttpResponseMessage> Get(string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> Post(string path, HttpContent content) => client.PostAsync(path, content, TestContext.Current.CancellationToken);

    /// <summary>Fills in and sends the form of the page.</summary>
    public async Task<HttpResponseMessage> SubmitSignIn(Uri page, string userName, string password)
    {
        var html = await client.GetStringAsync(page, TestContext.Current.CancellationToken);
        var fields = Hidden().Matches(html).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        fields["Form.UserName"] = userName;
        fields["Form.Password"] = password;
        return await client.PostAsync(page, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
