using System.Net;

namespace Host.Tests.Api;

public sealed class A_second_host(RunningHost host)
{
    [Fact]
    public async Task on_the_same_database_takes_the_tokens_of_the_first()
    {
        var second = host.BuildAnother();
        await second.StartAsync(TestContext.Current.CancellationToken);
        using var admin = await host.As("admin");
        using var there = new HttpClient { BaseAddress = new Uri(second.Urls.Single()) };
        there.DefaultRequestHeaders.Authorization = admin.DefaultRequestHeaders.Authorization;

        HttpResponseMessage answer;
        do
        {
            answer = await there.GetAsync("/api/v1/me", TestContext.Current.CancellationToken);
        }
        while (answer.StatusCode == HttpStatusCode.ServiceUnavailable);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        await second.StopAsync(TestContext.Current.CancellationToken);
    }
}
