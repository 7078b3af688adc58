using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ApprovalEngine.Approval.Public;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>
/// How often codes may be tried: by an address, and on a number from anywhere, right and wrong tries alike. Each host counts for itself, so
/// several allow that many times as much; a code has 40 bits.
/// </summary>
internal sealed class PublicTries(PublicOptions options) : IDisposable
{
    private const int AddressParts = 6;
    private const int NumberParts = 10;

    /// <summary>Who rents one address of IPv6 has all of its network.</summary>
    private const int NetworkBytes = 8;

    private readonly PartitionedRateLimiter<string> addresses = Limiter(options.TriesPerMinute, TimeSpan.FromMinutes(1), AddressParts);
    private readonly PartitionedRateLimiter<string> numbers = Limiter(options.TriesPerNumber, TimeSpan.FromMinutes(10), NumberParts);

    /// <summary>Counts a try.</summary>
    /// <param name="address">Who asks.</param>
    /// <param name="number">The number as typed; null where none is asked for, which then counts for the address alone.</param>
    /// <returns>How long to wait; null when it may be answered.</returns>
    public TimeSpan? Wait(IPAddress? address, string? number) => Wait(addresses, Network(address)) ?? (number is null ? null : Wait(numbers, CodeText.NormaliseNumber(number)));

    /// <inheritdoc />
    public void Dispose()
    {
        addresses.Dispose();
        numbers.Dispose();
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    private static PartitionedRateLimiter<string> Limiter(int tries, TimeSpan window, int parts) => PartitionedRateLimiter.Create<string, string>(
        key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = tries, Window = window, SegmentsPerWindow = parts }));

    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
