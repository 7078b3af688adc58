using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Host.Tests.Api;
using Microsoft.Playwright;

namespace Browser.Tests.Office;

/// <summary>Every page that is there without signing in: readable for everybody, on a desk and on a phone, in light and dark.</summary>
public sealed class Looking_at_the_open_pages(RunningHost host, Chromium chromium) : BrowserTest(host, chromium)
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("desk", 1440, 900), ("phone", 390, 844)];

    private static readonly AxeRunOptions Violations = new() { ResultTypes = [ResultType.Violations] };

    private static readonly string? Folder = Environment.GetEnvironmentVariable("APPROVAL_SCREENSHOTS");

    /// <summary>What another language changes is how long its words are.</summary>
    [Theory]
    [InlineData("zh-Hans", true)]
    [InlineData("zh-Hant", false)]
    [InlineData("en", false)]
    public async Task finds_them_readable_for_everybody(string language, bool inEachForm)
    {
        var said = new List<string>();
        await Page.GotoAsync(new Uri(Host.Address, $"/language/{language}?returnUrl=%2F").ToString());
        foreach (var (name, address) in new[]
        {
            ("sign-in", "/"), ("guide", "/guide"), ("guide-search", "/guide?q=zzz"), ("guide-item", "/guide/YC-SCJG-0002"), ("guide-unknown", "/guide/NO-SUCH"),
            ("progress", "/progress"), ("progress-unknown", "/progress?number=YC-1&code=1"), ("verify", "/verify"), ("verify-unknown", "/verify?number=NO&code=1"), ("rate", "/rate"), ("nowhere", "/no-such-page"),
        })
        {
            foreach (var theme in inEachForm ? [ColorScheme.Light, ColorScheme.Dark] : (ColorScheme[])[ColorScheme.Light])
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = theme });
                foreach (var (size, width, height) in inEachForm ? Sizes : Sizes[1..])
                {
                    await Page.SetViewportSizeAsync(width, height);
                    await Page.GotoAsync(new Uri(Host.Address, address).ToString());
                    Complaints.Should().BeEmpty(name);
                    (await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width, $"{name} fits the {size}");
                    said.AddRange((await Page.RunAxe(Violations)).Violations.Select(violation => $"{name} {size} {theme} {violation.Id}: {violation.Help} {violation.Nodes[0].Html}"));

                    // The checker reads style sheets through style elements of its own, which the page's policy refuses and the console then tells.
                    ForgetComplaints();
                    if (Folder is not null)
                    {
                        Directory.CreateDirectory(Folder);
                        await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"open-{name}-{size}-{theme}-{language}.png"), FullPage = true });
                    }
                }
            }
        }

        string.Join('\n', said).Should().BeEmpty();
    }
}
