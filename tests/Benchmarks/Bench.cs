using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Benchmarks.Baseline;
using ApprovalEngine.Benchmarks.Goals;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Benchmarks.Office;
using ApprovalEngine.Benchmarks.Product;
using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

namespace ApprovalEngine.Benchmarks;

/// <summary>Both sides loaded, and the goals measured one after the other.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private const int FewTimers = 10_000;

    private const int CasesAnApplicant = 3;

    /// <summary>Tasks that the reviewer of the requests has claimed.</summary>
    private const int OwnTasks = 60;

    private static readonly (int Workers, double Least)[] Throughputs = [(1, 0.7), (4, 0.8), (16, 1.2), (64, 1.8)];

    private readonly NpgsqlDataSource source;
    private readonly ProductCentre centre;
    private readonly Stopwatches watches;
    private readonly Effort effort;
    private readonly string connectionString;

    private Bench(NpgsqlDataSource source, ProductCentre centre, Stopwatches watches, Effort effort, string connectionString) =>
        (this.source, this.centre, this.watches, this.effort, this.connectionString) = (source, centre, watches, effort, connectionString);

    /// <summary>Loads both sides.</summary>
    public static async Task<Bench> PrepareAsync(PrivatePostgres server, string folder, Effort effort)
    {
        var source = NpgsqlDataSource.Create(server.ConnectionString + ";Maximum Pool Size=100;No Reset On Close=true");
        var postmaster = int.Parse(File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
        var centre = await ProductCentre.PrepareAsync(server.ConnectionString);
        Console.Error.WriteLine($"Loading {effort.Open} open and {effort.Closed} closed cases on either side …");
        await BaselineDatabase.PrepareAsync(source, effort.Open, effort.Closed);
        await BaselineStarts.PrepareAsync(source);
        var now = DateTimeOffset.UtcNow;
        var applicants = await ApplicantCopies.WriteAsync(source, (effort.Open + effort.Closed) / CasesAnApplicant);
        centre.Tasks = await CaseCopies.WriteAsync(source, await CaseTemplate.OpenAsync(centre, now.AddHours(-1)), effort.Open, applicants);
        await CaseCopies.WriteAsync(source, await CaseTemplate.ClosedAsync(centre, now.AddDays(-40)), effort.Closed, applicants);
        var bench = new Bench(source, centre, new Stopwatches(source, new ServerCpu(postmaster)), effort, server.ConnectionString);
        await bench.SettleAsync();
        return bench;
    }

    /// <summary>Measures everything, or one part of it.</summary>
    /// <param name="only">One of <see cref="BenchOptions.Parts"/>; null for all.</param>
    public async IAsyncEnumerable<Goal> RunAsync(string? only)
    {
        foreach (var (part, goals) in new[] { ("core", CoreAsync()), ("steps", StepsAsync()), ("starts", StartsAsync()), ("opening", OpeningAsync()), ("requests", RequestsAsync()), ("sweeps", SweepsAsync()) })
        {
            if (only is not null && only != part)
            {
                continue;
            }

            await foreach (var goal in goals)
            {
                yield return goal;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await centre.DisposeAsync();
        await source.DisposeAsync();
    }

    private async IAsyncEnumerable<Goal> CoreAsync()
    {
        var bare = await BaselineAudit.RateAsync(source);
        yield return Goal.AtLeast("audit verification", await AuditRateAsync() / bare, 0.8);
        foreach (var (flow, microseconds) in AdvanceSpeed.Measure(await WorldAsync()))
        {
            yield return Goal.AtMost($"advance {flow}", microseconds, 50, " µs");
        }

        yield return Goal.AtMost("round trips a step", await RoundTrips.CountAsync(new ProductSteps(centre)), 2);
    }

    private async IAsyncEnumerable<Goal> StartsAsync()
    {
        var (bare, product) = (new BaselineStarts(source), new ProductStarts(centre));
        await Comparison.WarmUpAsync(bare, product, watches);
        foreach (var (workers, least) in Throughputs)
        {
            var starts = await Comparison.OfAsync(bare, product, workers, effort, watches);
            yield return Goal.AtLeast($"starts with {workers} workers", starts.Throughput, least);
        }
    }

    private async IAsyncEnumerable<Goal> StepsAsync()
    {
        var (baseline, product) = (new BaselineSteps(source, effort.Open), new ProductSteps(centre));
        await Comparison.WarmUpAsync(baseline, product, watches);
        foreach (var (workers, least) in Throughputs)
        {
            var steps = await Comparison.OfAsync(baseline, product, workers, effort, watches);
            yield return Goal.AtLeast($"steps with {workers} workers", steps.Throughput, least);
            if (workers == 4)
            {
                yield return Goal.AtMost("server CPU a step", steps.Product.ServerMicroseconds / steps.Bare.ServerMicroseconds, 1.15);
                yield return Goal.AtMost("WAL a step", steps.Product.WalBytes / steps.Bare.WalBytes, 1.3);
            }
        }

        await using var host = await BenchHost.StartAsync(connectionString);
        using var client = await host.SignInAsync(centre.Reviewer.UserName);
        var http = new HttpSteps(centre, client);
        await Comparison.WarmUpAsync(baseline, http, watches);
        yield return Goal.AtLeast("steps over HTTP with 4 workers", (await Comparison.OfAsync(baseline, http, 4, effort, watches)).Throughput, 0.4);
    }

    private async IAsyncEnumerable<Goal> OpeningAsync()
    {
        await using var host = await BenchHost.StartAsync(connectionString);
        if (await StartUpCpu.MeasureAsync(host.Address, centre.Reviewer.UserName) is { } cpu)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"  opening the office: {cpu.Office:0.00} s, a blank program: {cpu.Blank:0.00} s"));
            yield return Goal.AtMost("start-up CPU of the office beside a blank program", cpu.Office / cpu.Blank, 3.2);
        }
        else
        {
            Console.Error.WriteLine("  opening the office: no Chromium here");
        }
    }

    private async IAsyncEnumerable<Goal> RequestsAsync()
    {
        await centre.Get<Rollups>().Refresh(1, CancellationToken.None);
        foreach (var task in centre.Tasks.Take(OwnTasks))
        {
            await centre.SendAsync(new ClaimTask(centre.Reviewer, null, task));
        }

        await SettleAsync();
        await using var host = await BenchHost.StartAsync(connectionString);
        using var auditor = await host.SignInAsync("auditor");
        using var reviewer = await host.SignInAsync(centre.Reviewer.UserName);
        foreach (var request in await centre.RequestsAsync())
        {
            var times = await RequestTimes.MeasureAsync(request, request.UserName == "auditor" ? auditor : reviewer, source);
            Console.Error.WriteLine(FormattableString.Invariant($"  {request.Name}: median {times.Usual:0.0} ms, 95th percentile {times.Slow:0.0} ms; bare {times.Bare:0.0} ms"));
            yield return Goal.AtMost($"request {request.Name}, 95th percentile", times.Slow, 50, " ms");
            yield return Goal.AtMost($"request {request.Name} beside bare SQL", times.Usual / times.Bare, 4);
        }
    }

    private async IAsyncEnumerable<Goal> SweepsAsync()
    {
        var runs = new DueRuns(centre, source, await CaseTemplate.DueAsync(centre));
        await runs.SetOpenAsync(FewTimers);
        var (sweep, alerts) = (await runs.MedianAsync(DueKind.Flow), await runs.MedianAsync(DueKind.Alert));
        await runs.SetOpenAsync(effort.ManyTimers);
        foreach (var (name, kind, few) in new[] { ("timer sweep", DueKind.Flow, sweep), ("alert run", DueKind.Alert, alerts) })
        {
            var many = await runs.MedianAsync(kind);
            yield return Goal.AtMost($"{name}, {effort.ManyTimers} open beside {FewTimers}", many / few, 1.5);
            yield return Goal.AtMost($"{name}, 100 due of {effort.ManyTimers} open", many, 50, " ms");
        }
    }

    private async Task<double> AuditRateAsync()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var report = await centre.Get<AuditVerifier>().VerifyAsync(null, null, CancellationToken.None);
        return report.Findings.Count == 0 ? report.Rows / clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"The copied trails do not verify: {report.Findings[0]}");
    }

    private async Task<CaseWorld> WorldAsync() => (await centre.Get<CaseIntake>().WorldAsync(1, ProductCentre.Item, CancellationToken.None)).World;

    private async Task SettleAsync()
    {
        foreach (var sql in new[] { "vacuum analyze", "checkpoint" })
        {
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }
}
