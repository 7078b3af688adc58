using System.Text.Json;

namespace Host.Tests.Api;

public sealed class The_description(RunningHost host)
{
    [Fact]
    public async Task is_openapi_3_1_and_says_how_to_sign_in()
    {
        using var reader = host.Anonymous();

        using var document = JsonDocument.Parse(await reader.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));

        document.RootElement.GetProperty("openapi").GetString().Should().StartWith("3.1");
        document.RootElement.GetProperty("paths").TryGetProperty("/api/v1/sign-in", out _).Should().BeTrue();
        document.RootElement.GetProperty("components").GetProperty("securitySchemes").TryGetProperty("bearer", out _).Should().BeTrue();
    }

    [Fact]
    public async Task has_a_readable_reference()
    {
        using var reader = host.Anonymous();

        var page = await reader.GetAsync("/scalar/", TestContext.Current.CancellationToken);

        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("ApprovalEngine API");
    }
}
