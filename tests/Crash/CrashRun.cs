using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Npgsql;

namespace ApprovalEngine.Crash;

/// <summary>
/// Two hosts on one database under load, struck down again and again; afterwards everything that was answered must be there, once, and
/// everything that was due must have happened, once.
/// </summary>
internal sealed class CrashRun(CrashPlan plan, string folder, Action<string> tell)
{
    public const string Password = "for the crash harness only";

    private static readonly string[] Clerks = ["wang.wei", "li.na"];

    private readonly Ledger ledger = new();

    public async Task<CrashReport> RunAsync()
    {
        Environment.SetEnvironmentVariable("APPROVAL_ADMIN_PASSWORD", Password);
        Environment.SetEnvironmentVariable("APPROVAL_DEMO_PASSWORD", Password);
        await using var database = await DatabaseServer.StartAsync(Path.Combine(folder, "data"));
        using var outside = new OutsideService(plan.Seed);
        using var first = new HostProcess(database.ConnectionString, Path.Combine(folder, "host1"), outside.Address);
        using var second = new HostProcess(database.ConnectionString, Path.Combine(folder, "host2"), outside.Address);
        var began = Stopwatch.StartNew();

        // Together: one of them migrates and seeds, the other one waits.
        first.Start();
        second.Start();
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());
        tell($"two hosts are up after {began.Elapsed.TotalSeconds:F1} s");

        await ExchangeItem.PublishAsync(database.ConnectionString);
        var blows = new Blows(plan, database, [first, second], ledger);
        await using var impatience = new Impatience(database.ConnectionString);
        await UnderLoadAsync(database, [first.Address, second.Address], () => blows.FallAsync(tell));
        tell("the last blow has fallen; waiting until everything has come to rest");
        outside.CalmDown();
        await RestAsync(database.ConnectionString);
        var findings = await new Checks(database.ConnectionString, ledger, outside).RunAsync();
        return new CrashReport(plan.Seed, blows.Recoveries, ledger.Answers, ledger.Retries, await Checks.CountsAsync(database.ConnectionString), outside.Counts, began.Elapsed, findings);
    }

    private async Task UnderLoadAsync(DatabaseServer database, IReadOnlyList<Uri> hosts, Func<Task> work)
    {
        using var end = new CancellationTokenSource();
        using var giveUp = new CancellationTokenSource();
        await using var old = new OldCases(database.ConnectionString, ledger);
        var people = Enumerable.Range(0, plan.Workers).Select(i => (Person: new Person(Clerks[i % Clerks.Length], hosts, ledger, new Random(plan.Seed + i), giveUp.Token), Seed: plan.Seed - i)).ToList();
        var load = people.Select(one => new Desk(one.Person, new Random(one.Seed)).WorkAsync(end.Token)).Append(old.ReceiveAsync(end.Token)).ToList();
        ExceptionDispatchInfo? failure = null;
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            failure = ExceptionDispatchInfo.Capture(fault);
            await giveUp.CancelAsync();
        }

        await end.CancelAsync();
        giveUp.CancelAfter(plan.Patience);
        try
        {
            await Task.WhenAll(load);
        }
        catch (OperationCanceledException) when (failure is not null)
        {
            // Those who gave up have nothing to say beside what failed.
        }

        people.ForEach(one => one.Person.Dispose());
        failure?.Throw();
    }

    /// <summary>Both schedulers must have recovered by themselves: beats newer than the last blow, nothing left that is due.</summary>
    private async Task RestAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        var since = DateTime.UtcNow;
        for (var waited = Stopwatch.StartNew(); await UnrestAsync(database, since) is { } unrest; await Task.Delay(250))
        {
            if (waited.Elapsed > plan.Patience)
            {
                throw new TimeoutException($"After {waited.Elapsed.TotalSeconds:F0} s there is still unrest: {unrest}.");
            }
        }

        tell($"at rest after {(DateTime.UtcNow - since).TotalSeconds:F1} s");
    }

    private static async Task<string?> UnrestAsync(NpgsqlDataSource database, DateTime since)
    {
        await using var look = database.CreateCommand("""
            select string_agg(what, ', ') from (
                select 'no beat of ' || name from unnest(array['timers', 'jobs']) name where not exists (select from heartbeat h where h.name = name.name and h.at > $1)
                union all select count(*) || ' due timers of kind ' || kind from timer where due_at <= now() group by kind
                union all select count(*) || ' messages in the outbox' from outbox where next_try_at <> 'infinity' having count(*) > 0) unrest(what)
            """);
        look.Parameters.Add(new() { Value = since });
        return await look.ExecuteScalarAsync() as string;
    }
}
