using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using ApprovalEngine.Approval.Live;
using ApprovalEngine.Contracts.Live;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Live events (server-sent): of which build the office is, which cases changed that may concern one, and of what else something did. They carry keys only.</summary>
internal static class LiveApi
{
    /// <summary>Keeps what lies between from closing a silent line.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    /// <summary>Then the browser connects again, and its rights are looked up anew.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static RouteGroupBuilder MapLive(this RouteGroupBuilder api)
    {
        api.MapGet("/events", Watch).RequireAuthorization(Policies.SignedIn).WithTags("Live");
        return api;
    }

    private static ServerSentEventsResult<string> Watch(ChangeFeed feed, CurrentAccess current, IHostApplicationLifetime life, CancellationToken cancel) =>
        TypedResults.ServerSentEvents(Events(feed, current, life.ApplicationStopping, cancel));

    private static async IAsyncEnumerable<SseItem<string>> Events(ChangeFeed feed, CurrentAccess current, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        end.CancelAfter(Longest);
        var changes = await feed.WatchAsync(current.Access, end.Token);
        yield return new(Office.Build, "build");
        while (await IsOpenAsync(changes) is { } hasMore)
        {
            if (!hasMore || !changes.TryRead(out var news))
            {
                yield return new("", "beat");
                continue;
            }

            if (news.Cases.Count > 0)
            {
                yield return new(JsonSerializer.Serialize(news.Cases), "changed");
            }

            if (news.Areas.Count > 0)
            {
                yield return new(JsonSerializer.Serialize(new LiveActs([.. news.Areas.Select(area => area.ToString())]), JsonSerializerOptions.Web), "acted");
            }
        }
    }

    /// <returns>True when there is something to read, false when it is time to beat, null at the end.</returns>
    private static async Task<bool?> IsOpenAsync(ChannelReader<LiveNews> changes)
    {
        try
        {
            return await changes.WaitToReadAsync().AsTask().WaitAsync(Heartbeat) ? true : null;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
