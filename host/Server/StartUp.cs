using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;

namespace ApprovalEngine.Host.Server;

/// <summary>Brings the database up to date while the web server already answers, then starts what needs it.</summary>
internal sealed class StartUp(
    IServiceProvider services,
    Announcement announcement,
    IHostApplicationLifetime lifetime,
    ILogger<StartUp> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly List<IHostedService> started = [];

    /// <summary>Schema and seed are there and the job servers run.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What went wrong for good; the host is stopping.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        foreach (var service in Enumerable.Reverse(started))
        {
            await service.StopAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            SetupReport report = null!;
            await PatientlyAsync(async () => report = await DatabaseSetup.RunAsync(services, new LogProgress(log), stoppingToken), stoppingToken);
            await PatientlyAsync(() => StartServicesAsync(stoppingToken), stoppingToken);

            IsDone = true;
            await ListeningAsync().WaitAsync(stoppingToken);
            announcement.Print(report);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host was stopped while it started.
        }
        catch (Exception failure)
        {
            Failure = failure;
            log.LogCritical(failure, "The service could not start.");
            lifetime.StopApplication();
        }
    }

    /// <summary>Background services begin before the web server: its addresses are known only when everything has started.</summary>
    private Task ListeningAsync()
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStarted.Register(listening.SetResult);
        return listening.Task;
    }

    /// <summary>Those that have started stay so when a later one is tried again.</summary>
    private async Task StartServicesAsync(CancellationToken cancel)
    {
        foreach (var service in services.GetKeyedServices<IHostedService>(AfterDatabase.Key).Except(started).ToList())
        {
            await service.StartAsync(cancel);
            started.Add(service);
        }
    }

    /// <summary>A database that is away for a moment, also between two steps of the start, is waited for.</summary>
    private async Task PatientlyAsync(Func<Task> step, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception failure) when (failure.IsAway())
            {
                log.LogWarning("The database does not answer yet ({Message}); trying again.", failure.Message);
                await Task.Delay(Pause, cancel);
            }
        }
    }

    private sealed class LogProgress(ILogger log) : IProgress<string>
    {
        public void Report(string value) => log.LogInformation("{Progress}", value);
    }
}
