using System.Net;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Tasks;

namespace AdminUi.Tests;

/// <summary>The session ended while something was sent: once somebody has signed in again it is sent once more.</summary>
public sealed class Going_on_after_a_sign_in : IDisposable
{
    private readonly Ended server = new();

    [Fact]
    public async Task sends_a_write_under_the_same_key()
    {
        await Api(isSignedIn: true).Send("tasks/1/claim", new ReasonRequest());

        server.Keys.Should().HaveCount(2).And.AllBe(server.Keys[0]);
    }

    [Fact]
    public async Task has_the_browser_send_a_file_again_with_the_new_token()
    {
        var (api, sent) = (Api(isSignedIn: true), new List<string>());

        var answer = await api.Sent(headers =>
        {
            sent.Add(headers["X-CSRF"]);
            return ValueTask.FromResult(new FileAnswer(sent.Count == 1 ? 401 : 200, ""));
        });

        answer.Problem.Should().BeNull();
        sent.Should().Equal("before", "after");
    }

    [Fact]
    public async Task sends_nothing_where_nobody_does()
    {
        var (api, sent) = (Api(isSignedIn: false), 0);

        var answer = await api.Sent(_ => ValueTask.FromResult(new FileAnswer(401, "", Left: ++sent)));

        answer.Should().Be(new FileAnswer(401, "", Left: 1));
    }

    [Fact]
    public async Task says_that_no_answer_came_in_time()
    {
        server.IsSilent = true;

        var lost = await FluentActions.Awaiting(() => Api(isSignedIn: true).Get<TaskView>("tasks/1")).Should().ThrowAsync<ApiException>();

        lost.Which.Problem.Code.Should().Be("Unanswered");
    }

    public void Dispose() => server.Dispose();

    private ApiClient Api(bool isSignedIn)
    {
        var api = new ApiClient(new HttpClient(server) { BaseAddress = new("http://office.test/") }) { RequestToken = "before" };
        api.SignInAgain = () =>
        {
            api.RequestToken = "after";
            return Task.FromResult(isSignedIn);
        };
        return api;
    }

    /// <summary>Knows nobody at first.</summary>
    private sealed class Ended : HttpMessageHandler
    {
        public List<string> Keys { get; } = [];

        public bool IsSilent { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (IsSilent)
            {
                return Task.FromException<HttpResponseMessage>(new TaskCanceledException("100 seconds"));
            }

            Keys.AddRange(request.Headers.GetValues("Idempotency-Key"));
            return Task.FromResult(new HttpResponseMessage(Keys.Count == 1 ? HttpStatusCode.Unauthorized : HttpStatusCode.NoContent));
        }
    }
}
