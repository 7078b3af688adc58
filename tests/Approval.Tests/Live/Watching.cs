using System.Threading.Channels;
using ApprovalEngine.Approval.Live;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Live;

namespace Approval.Tests.Live;

/// <summary>An open page of somebody, as a test holds it.</summary>
internal static class Watching
{
    public static Task<ChannelReader<LiveNews>> Watch(this TestServices services, Access access, CancellationToken cancel) => services.Get<ChangeFeed>().WatchAsync(access, cancel);

    /// <summary>What is told up to the look at which an area is named.</summary>
    public static async Task<List<LiveNews>> Until(this ChannelReader<LiveNews> page, LiveArea area, CancellationToken cancel)
    {
        var told = new List<LiveNews>();
        do
        {
            told.Add(await page.ReadAsync(cancel));
        }
        while (!told[^1].Areas.Contains(area));
        return told;
    }
}
