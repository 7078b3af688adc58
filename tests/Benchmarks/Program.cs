using ApprovalEngine.Benchmarks;
using ApprovalEngine.Benchmarks.Goals;
using ApprovalEngine.Host.EmbeddedPostgres;

// The product beside bare SQL that writes the same rows, in turn in one run on one server with PostgreSQL's own durability. One line a goal.
if (BenchOptions.Read(args) is not { } options)
{
    Console.Error.WriteLine(BenchOptions.Usage);
    return 2;
}

var folder = Path.Combine(Path.GetTempPath(), $"approval-bench-{Guid.NewGuid():N}");
try
{
    var board = new GoalBoard();
    await using (var server = await PrivatePostgres.StartAsync(new PostgresOptions { DataFolder = folder, Purpose = "bench", Progress = Console.Error.WriteLine }))
    {
        await using var bench = await Bench.PrepareAsync(server, folder, options.Effort);
        await foreach (var goal in bench.RunAsync(options.Only))
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
