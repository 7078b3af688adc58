using System.Net;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>How often codes may be tried: by an address, and on a number from anywhere, right and wrong tries alike. A code has 40 bits.</summary>
internal sealed class PublicTries(PublicOptions options) : IDisposable
{
    private const int AddressParts = 6;
    private const int NumberParts = 10;

    private readonly Budget addresses = new(options.TriesPerMinute, TimeSpan.FromMinutes(1), AddressParts);
    private readonly Budget numbers = new(options.TriesPerNumber, TimeSpan.FromMinutes(10), NumberParts);

    /// <summary>Counts a try.</summary>
    /// <param name="address">Who asks.</param>
    /// <param name="number">The number as typed; null where none is asked for, which then counts for the address alone.</param>
    /// <returns>How long to wait; null when it may be answered.</returns>
    public TimeSpan? Wait(IPAddress? address, string? number) => addresses.Take(Budget.Of(address)) ?? (number is null ? null : numbers.Take(CodeText.NormaliseNumber(number)));

    /// <inheritdoc />
    public void Dispose()
    {
        addresses.Dispose();
        numbers.Dispose();
    }
}
