using System.Globalization;
using ApprovalEngine.Benchmarks;
using ApprovalEngine.Benchmarks.Baseline;
using ApprovalEngine.Benchmarks.Product;
using ApprovalEngine.Host.EmbeddedPostgres;
using Npgsql;

// Compares the product with bare SQL that writes the same rows, in the same run on the same server (durability on). One line a goal.
var isQuick = args.Contains("--quick");
var cases = isQuick ? 2_000 : 20_000;
var (rounds, span) = isQuick ? (1, TimeSpan.FromSeconds(4)) : (3, TimeSpan.FromSeconds(10));

var folder = Path.Combine(Path.GetTempPath(), $"approval-bench-{Guid.NewGuid():N}");
try
{
    await using var server = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = folder, Purpose = "bench", Progress = Console.Error.WriteLine });
    await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Maximum Pool Size=100;No Reset On Close=true");
    Console.Error.WriteLine($"Preparing {cases} cases on either side …");
    await using var centre = await ProductCentre.PrepareAsync(server.ConnectionString, cases);
    var baseline = await BaselineSteps.PrepareAsync(source, cases);

    var met = 0;
    StepGoal[] goals = [new(1), new(16)];
    foreach (var goal in goals)
    {
        var (bare, product) = await Comparison.MedianRatesAsync(baseline, new ProductSteps(centre), goal.Workers, rounds, span);
        met += goal.IsMet(product / bare) ? 1 : 0;
        Console.WriteLine(goal.Line(bare, product));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{met} of {goals.Length} goals met"));
    return met == goals.Length ? 0 : 1;
}
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}
