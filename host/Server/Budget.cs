using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ApprovalEngine.Host.Server;

/// <summary>How often something may be done by each of many, in a window of time that slides. Each host counts for itself, so several allow that many times as much.</summary>
/// <param name="most">How often.</param>
/// <param name="window">In which time.</param>
/// <param name="parts">In how many parts the window slides.</param>
internal sealed class Budget(int most, TimeSpan window, int parts) : IDisposable
{
    /// <summary>Who rents one address of IPv6 has all of its network.</summary>
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => Partition(key, most, window, parts));

    /// <summary>The budget of one of them.</summary>
    public static RateLimitPartition<string> Partition(string key, int most, TimeSpan window, int parts) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = window, SegmentsPerWindow = parts, QueueLimit = 0 });

    /// <summary>Takes one from somebody's budget.</summary>
    /// <returns>How long to wait; null when there was one left.</returns>
    public TimeSpan? Take(string key) => Wait(key, 1);

    /// <summary>Whether one is left, without taking it.</summary>
    /// <returns>How long to wait; null when there is one left.</returns>
    public TimeSpan? Look(string key) => Wait(key, 0);

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    /// <summary>How long to wait after a refusal.</summary>
    public static TimeSpan WaitAfter(RateLimitLease refused) => refused.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);

    /// <summary>Who asks, as far as an address says it.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.MapToIPv4().ToString(),
    };

    private TimeSpan? Wait(string key, int count)
    {
        using var lease = limiter.AttemptAcquire(key, count);
        return lease.IsAcquired ? null : WaitAfter(lease);
    }
}
