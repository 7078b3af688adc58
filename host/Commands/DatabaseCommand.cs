using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>A command that works on the database.</summary>
internal abstract class DatabaseCommand<TSettings> : AsyncCommand<TSettings>
    where TSettings : DataSettings
{
    public sealed override Task<int> ExecuteAsync(CommandContext context, TSettings settings, CancellationToken cancellationToken) =>
        DatabaseSession.RunAsync(settings, context.Name, (services, cancel) => RunAsync(services, settings, cancel), cancellationToken);

    /// <summary>Does the work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(IServiceProvider services, TSettings settings, CancellationToken cancel);
}
