using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Notifications;

namespace Approval.Tests.Notifications;

/// <summary>What a flow may ask outside, and what it hears: over real sockets of this machine.</summary>
public sealed class Asking_addresses
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gives_status_headers_and_content_and_sends_what_the_flow_says()
    {
        await using var server = new RawServer("HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nX-Kind: a\r\nSet-Cookie: s=1\r\nContent-Length: 14\r\n\r\n{\"name\":\"山\"}");

        var answer = await Ask(server.Allowed(authorization: "Bearer settings"), server.Url("v1/x?q=1"), new JsonObject
        {
            ["method"] = "POST",
            ["content"] = "{}",
            ["contentType"] = "application/json",
            ["authorization"] = "Bearer flow",
            ["headers"] = new JsonObject { ["X-Asked"] = "yes", ["Host"] = "elsewhere.example", ["Content-Length"] = "999" },
        });

        answer.IsSucceeded.Should().BeTrue(answer.Error);
        ((int)answer.Result!["status"]!).Should().Be(201);
        ((string)answer.Result["content"]!["name"]!).Should().Be("山");
        answer.Result["headers"]!.AsObject().Select(header => header.Key).Should().Contain("X-Kind").And.NotContain("Set-Cookie");
        server.Heard.Should().ContainSingle().Which.Should().StartWith("POST /v1/x?q=1 HTTP/1.1").And.Contain("Authorization: Bearer settings").And.Contain("X-Asked: yes")
            .And.Contain("Idempotency-Key: 1-77").And.Contain($"Host: 127.0.0.1:{server.Port}").And.NotContain("elsewhere").And.NotContain("999");
    }

    [Fact]
    public async Task follows_no_redirect()
    {
        await using var inner = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret");
        await using var server = new RawServer($"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:{inner.Port}/\r\nContent-Length: 0\r\n\r\n");

        var answer = await Ask(server.Allowed(), server.Url(""));

        ((int)answer.Result!["status"]!).Should().Be(302);
        inner.Heard.Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/other")]
    [InlineData("http://127.0.0.1:{0}/v1x")]
    [InlineData("http://127.0.0.1:{0}/v1/../other")]
    [InlineData("http://127.0.0.1:{0}/v1/%2e%2e/other")]
    [InlineData("http://127.0.0.1:{0}/v1/..%2fother")]
    [InlineData("http://127.0.0.1:{0}/v1/%252e%252e/other")]
    [InlineData("http://user@127.0.0.1:{0}/v1/")]
    [InlineData("https://127.0.0.1:{0}/v1/")]
    [InlineData("http://127.0.0.1.example:{0}/v1/")]
    [InlineData("http://127.0.0.1:1/v1/")]
    [InlineData("nonsense")]
    public async Task asks_nothing_that_is_not_on_the_list(string url)
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        var answer = await Ask(server.Allowed("v1/"), string.Format(System.Globalization.CultureInfo.InvariantCulture, url, server.Port));

        answer.Should().BeEquivalentTo(new { IsSucceeded = false, IsFinal = true });
        answer.Error.Should().Contain("not on the list");
        server.Heard.Should().BeEmpty();
    }

    [Fact]
    public async Task asks_nobody_where_the_list_is_empty() =>
        (await Ask(new HttpDestinations(), "https://registry.example/")).Error.Should().Contain("not on the list");

    [Fact]
    public async Task asks_no_host_inside_unless_the_list_says_that_it_is_one()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        var named = await Ask(server.Allowed(host: "localhost", isPrivate: false), $"http://localhost:{server.Port}/");
        var numbered = await Ask(server.Allowed(isPrivate: false), server.Url(""));

        named.Should().BeEquivalentTo(new { IsSucceeded = false, IsFinal = true });
        named.Error.Should().Contain("no public address");
        numbered.Error.Should().Contain("no public address");
        server.Heard.Should().BeEmpty();
    }

    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2400:3200::1", true)]
    public void tells_the_public_internet_from_everything_else(string address, bool isPublic) => PublicHosts.IsPublic(IPAddress.Parse(address)).Should().Be(isPublic);

    [Fact]
    public async Task keeps_no_answer_that_is_too_large()
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: {HttpCaller.MaxAnswerBytes + 1}\r\n\r\n" + new string('x', HttpCaller.MaxAnswerBytes + 1));

        (await Ask(server.Allowed(), server.Url(""))).Should().BeEquivalentTo(new { IsSucceeded = false, IsFinal = true, Error = $"The answer is larger than {HttpCaller.MaxAnswerBytes} bytes." });
    }

    [Fact]
    public async Task tries_again_before_the_flow_hears_that_nobody_answers()
    {
        await using var server = new RawServer(null);

        var first = await Ask(server.Allowed(), server.Url(""), attempts: 1);
        var last = await Ask(server.Allowed(), server.Url(""), attempts: HttpCaller.MostAttempts);

        first.Should().BeEquivalentTo(new { IsSucceeded = false, IsFinal = false });
        last.IsSucceeded.Should().BeTrue();
        ((string)last.Result!["failure"]!).Should().Be("FailedToConnect");
    }

    [Fact]
    public async Task refuses_headers_that_would_break_out_of_the_request()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        (await Ask(server.Allowed(), server.Url(""), new JsonObject { ["headers"] = new JsonObject { ["X-A"] = "1\r\nX-Evil: 1" } })).IsFinal.Should().BeTrue();
        (await Ask(server.Allowed(), server.Url(""), new JsonObject { ["authorization"] = "Bearer x\r\nX-Evil: 1" })).IsFinal.Should().BeTrue();

        server.Heard.Should().NotContain(request => request.Contains("X-Evil", StringComparison.Ordinal));
    }

    private static async Task<ServiceAnswer> Ask(HttpDestinations destinations, string url, JsonObject? more = null, int attempts = 1)
    {
        using var caller = new HttpCaller(destinations);
        var payload = more ?? [];
        payload["url"] = url;
        return await caller.CallAsync(new OutboxMessageRow(1, 77, Guid.Empty, EffectRows.HttpRequest, 1, attempts, payload), Cancel);
    }

    /// <summary>A server on this machine that answers every request with the same text, or closes the connection.</summary>
    private sealed class RawServer : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public RawServer(string? answer)
        {
            listener.Start();
            serving = Serve(answer);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public System.Collections.Concurrent.ConcurrentQueue<string> Heard { get; } = [];

        public string Url(string path) => $"http://127.0.0.1:{Port}/{path}";

        public HttpDestinations Allowed(string path = "", string host = "127.0.0.1", bool isPrivate = true, string? authorization = null) =>
            new() { Allowed = [new HttpDestination { Url = new Uri($"http://{host}:{Port}/{path}"), IsPrivate = isPrivate, Authorization = authorization }] };

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task Serve(string? answer)
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(Cancel);
                    if (answer is not null)
                    {
                        await using var stream = client.GetStream();
                        var part = new byte[16 * 1024];
                        Heard.Enqueue(Encoding.UTF8.GetString(part, 0, await stream.ReadAsync(part, Cancel)));
                        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), Cancel);
                    }
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException or IOException)
            {
                // The test is over (a listener stopped between two callers is "not listening"), or the caller hung up on an answer that it does not want.
            }
        }
    }
}
