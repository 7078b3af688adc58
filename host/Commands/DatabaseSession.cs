using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Host.Commands;

/// <summary>
/// The database for the length of a command: the running host's is joined, else the private one is started, brought up to date, and
/// stopped afterwards.
/// </summary>
internal static class DatabaseSession
{
    /// <summary>Does the work on it.</summary>
    public static Task<int> RunAsync(
        DataSettings settings, string command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken outer) =>
        RunAsync(settings, command, isPrepared: true, work, outer);

    /// <summary>Does the work on a database that is neither migrated nor seeded before: the work sees to it.</summary>
    public static Task<int> RunBareAsync(
        DataSettings settings, string command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken outer) =>
        RunAsync(settings, command, isPrepared: false, work, outer);

    private static async Task<int> RunAsync(
        DataSettings settings, string command, bool isPrepared, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken outer)
    {
        using var signals = new StopSignals(outer);
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Approval") is { Length: > 0 } given)
        {
            return await WorkAsync(given, isPrepared, work, signals.Token);
        }

        var server = await PrivatePostgres.StartAsync(settings.Postgres($"approval {command}", mayJoin: true), signals.Token);
        try
        {
            return await WorkAsync(server.ConnectionString, isPrepared, work, signals.Token);
        }
        finally
        {
            await server.StopAsync(waitForJoined: true, CancellationToken.None);
        }
    }

    private static async Task<int> WorkAsync(
        string connectionString, bool isPrepared, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical))
            .AddApproval(connectionString)
            .AddGivenPasswords()
            .BuildServiceProvider();
        if (isPrepared)
        {
            var report = await DatabaseSetup.RunAsync(services, new Progress(), cancel);
            report.Show(Console.Error);
        }

        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancel);
    }

    /// <summary>Reports at once; the framework's own class would report later, from another thread.</summary>
    private sealed class Progress : IProgress<string>
    {
        public void Report(string value) => Console.Error.WriteLine(value);
    }
}
