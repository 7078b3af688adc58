using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Host.Identity.Keys;

/// <summary>
/// How often an address may send wrong keys; beyond that its keys are not even looked up. One that was good here a while ago still is: several
/// programs often share an address, and one with an old key would lock the others out.
/// </summary>
internal sealed class KeyTries(KeyOptions options) : IDisposable
{
    private const int Parts = 6;

    private readonly Budget failures = new(options.FailuresPerMinute, TimeSpan.FromMinutes(1), Parts);

    /// <summary>Hashes of keys; no more than were ever given.</summary>
    private readonly ConcurrentDictionary<string, bool> good = [];

    /// <summary>Whether a key may be looked up.</summary>
    /// <returns>How long to wait; null when it may.</returns>
    public TimeSpan? Wait(IPAddress? address, string key) => good.ContainsKey(Hash(key)) ? null : failures.Look(Budget.Of(address));

    /// <summary>The key opened something.</summary>
    public void WasGood(string key) => good.TryAdd(Hash(key), true);

    /// <summary>It did not.</summary>
    public void WasWrong(IPAddress? address, string key)
    {
        good.TryRemove(Hash(key), out _);
        failures.Take(Budget.Of(address));
    }

    /// <inheritdoc />
    public void Dispose() => failures.Dispose();

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
