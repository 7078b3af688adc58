using System.Diagnostics;

namespace ApprovalEngine.Crash;

/// <summary>Strikes hosts and database at random instants, and measures how long it takes until the service answers again.</summary>
internal sealed class Blows(CrashPlan plan, DatabaseServer database, IReadOnlyList<HostProcess> hosts, Ledger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Random random = new(plan.Seed);
    private readonly Task[] starting = [Task.CompletedTask, Task.CompletedTask];

    public Dictionary<string, List<TimeSpan>> Recoveries { get; } = [];

    public async Task FallAsync(Action<string> tell)
    {
        // Each kind has its turn, in random order.
        var kinds = Enumerable.Range(0, plan.Blows).Select(i => (i % 4) switch { 0 => 0, 1 => 1, 2 => 2, _ => 3 }).ToArray();
        random.Shuffle(kinds);
        for (var i = 0; i < kinds.Length; i++)
        {
            // Into work that goes on, not into the ruins of the last blow.
            await AnswersAsync(plan.StepsBetween);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next((int)plan.LongestRest.TotalMilliseconds)));
            await StrikeAsync(kinds[i]);
            if ((i + 1) % 10 == 0)
            {
                tell($"{i + 1} of {kinds.Length} blows, {ledger.Answers} steps answered, {ledger.Retries} requests sent again");
            }
        }

        await Task.WhenAll(starting);
    }

    private Task StrikeAsync(int kind) => kind switch
    {
        0 or 1 => StrikeHostAsync(kind),
        2 => MeasureAsync("database crashed", () => AnswersAgainAfterAsync(database.CrashAsync)),
        _ => MeasureAsync("connections cut", () => AnswersAgainAfterAsync(database.CutAsync)),
    };

    /// <summary>While a host starts again the other blows go on falling; one that is still starting is struck when it is up.</summary>
    private async Task StrikeHostAsync(int host)
    {
        await starting[host];
        starting[host] = MeasureAsync("host killed", () => KillAsync(hosts[host]));
    }

    private static async Task KillAsync(HostProcess host)
    {
        await host.KillAsync();
        host.Start();
        await host.ReadyAsync();
    }

    private async Task AnswersAgainAfterAsync(Func<Task> blow)
    {
        await blow();
        await AnswersAsync(1);
    }

    private async Task AnswersAsync(int count)
    {
        var enough = ledger.Answers + count;
        for (var waited = Stopwatch.StartNew(); ledger.Answers < enough; await Task.Delay(10))
        {
            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException("The service did not answer again.");
            }
        }
    }

    private async Task MeasureAsync(string kind, Func<Task> blow)
    {
        var clock = Stopwatch.StartNew();
        await blow();
        lock (Recoveries)
        {
            if (!Recoveries.TryGetValue(kind, out var times))
            {
                Recoveries[kind] = times = [];
            }

            times.Add(clock.Elapsed);
        }
    }
}
