using ApprovalEngine.Benchmarks;
using ApprovalEngine.Benchmarks.Goals;
using ApprovalEngine.Benchmarks.Measuring;
using ApprovalEngine.Host.EmbeddedPostgres;

// The product beside bare SQL that writes the same rows, in turn in one run on one server with PostgreSQL's own durability. One line a goal.
var only = args.SkipWhile(arg => arg != "--only").ElementAtOrDefault(1);
var effort = args.Contains("--quick") ? Effort.Quick : Effort.Full;
var folder = Path.Combine(Path.GetTempPath(), $"approval-bench-{Guid.NewGuid():N}");
try
{
    var board = new GoalBoard();
    await using (var server = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = folder, Purpose = "bench", Progress = Console.Error.WriteLine }))
    {
        await using var bench = await Bench.PrepareAsync(server, folder, effort);
        await foreach (var goal in bench.RunAsync(only))
        {
            board.Add(goal);
        }
    }

    board.Close();
    return board.AreAllMet ? 0 : 1;
}
finally
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }
}
