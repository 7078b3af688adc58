using System.Net;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts.Cases;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

/// <summary>A note was sent, and nobody knows whether it has arrived: sent again it must not stand there twice.</summary>
public sealed class Repeating_what_was_not_answered : BunitContext
{
    private readonly Failing server = new();
    private readonly ApiClient api;

    public Repeating_what_was_not_answered()
    {
        Offices.Add(this, server);
        api = Services.GetRequiredService<ApiClient>();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(null)]
    public async Task goes_under_the_same_key_until_an_answer_comes(HttpStatusCode? failure)
    {
        server.Answers = failure;
        await Send("seen");
        await Send("seen");
        await Send("another");
        server.Answers = HttpStatusCode.NoContent;
        await Send("seen");
        await Send("seen");

        server.Keys.Should().HaveCount(5);
        server.Keys[1].Should().Be(server.Keys[0]);
        server.Keys[2].Should().NotBe(server.Keys[0], "it says something else");
        server.Keys[3].Should().Be(server.Keys[0]);
        server.Keys[4].Should().NotBe(server.Keys[0], "whoever writes it once more means it");
    }

    [Fact]
    public async Task keeps_its_key_while_something_is_only_asked()
    {
        server.Answers = HttpStatusCode.BadGateway;
        await Send("seen");
        server.Answers = HttpStatusCode.OK;
        await api.Ask<CaseActPreviewRequest, CaseActPreview>("cases/1/acts/preview", new("Resume"));
        await Send("seen");

        server.Keys.Should().HaveCount(3);
        server.Keys[2].Should().Be(server.Keys[0]).And.NotBe(server.Keys[1]);
    }

    [Fact]
    public async Task is_a_new_act_where_the_server_has_refused_the_last()
    {
        server.Answers = HttpStatusCode.Conflict;
        await Send("seen");
        await Send("seen");

        server.Keys.Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "Look before")]
    [InlineData(null, "Look before")]
    [InlineData(HttpStatusCode.InternalServerError, "nothing was changed")]
    public async Task is_not_said_to_have_changed_nothing(HttpStatusCode? failure, string said)
    {
        server.Answers = failure;

        Problems.Say(Services.GetRequiredService<Texts>(), (await Send("seen"))!).Should().ContainEquivalentOf(said);
    }

    private async Task<ApiProblem?> Send(string text)
    {
        try
        {
            await api.Send("cases/1/comments", new CommentRequest(text));
            return null;
        }
        catch (ApiException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Answers with a status and no words; not in time where it has none.</summary>
    private sealed class Failing : HttpMessageHandler
    {
        public List<string> Keys { get; } = [];

        public HttpStatusCode? Answers { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.AddRange(request.Headers.GetValues("Idempotency-Key"));
            return Answers is { } status ? Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(status == HttpStatusCode.OK ? "null" : "") }) : Task.FromException<HttpResponseMessage>(new TaskCanceledException("100 seconds"));
        }
    }
}
