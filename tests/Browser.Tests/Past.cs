using ApprovalEngine.Approval;
using Host.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace Browser.Tests;

/// <summary>What happened before today: the product's own commands on the host's database, at a clock that stands still.</summary>
internal static class Past
{
    /// <summary>Services whose clock stands.</summary>
    /// <param name="host">Whose database.</param>
    /// <param name="at">Instant (UTC).</param>
    public static ServiceProvider At(RunningHost host, DateTimeOffset at) =>
        new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(new Standing(at)).AddApproval(host.ConnectionString).BuildServiceProvider();

    /// <summary>
    /// Does something in the past again until it stays there: the host's own jobs see a case of the past as soon as its first step is written,
    /// and what comes after theirs cannot come before.
    /// </summary>
    /// <param name="at">Instant (UTC) of the past.</param>
    /// <param name="act">What is done to a case of its own, and when its last step was.</param>
    public static async Task<T> UntilItStays<T>(DateTimeOffset at, Func<Task<(T Made, DateTimeOffset LastAt)>> act)
    {
        for (var tries = 0; tries < 10; tries++)
        {
            var (made, lastAt) = await act();
            if (lastAt == at)
            {
                return made;
            }
        }

        throw new InvalidOperationException("The jobs of the host were there before each step of the past.");
    }

    private sealed class Standing(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
