using System.ComponentModel;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Host.Server;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>`approval serve`: the database, the web server and the job servers, until a signal stops them.</summary>
internal sealed class ServeCommand : AsyncCommand<ServeCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandOption("--urls <URLS>")]
        [Description("Where to listen; else the environment, else appsettings.json (http://127.0.0.1:5080).")]
        public string? Urls { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var signals = new StopSignals(cancellationToken);
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Approval") is { Length: > 0 } given)
        {
            await WebServer.RunAsync(given, settings.Urls, signals.Token);
            return ExitCodes.Done;
        }

        var server = await PrivatePostgres.StartAsync(settings.Postgres("approval serve", mayJoin: false), signals.Token);
        try
        {
            await WebServer.RunAsync(server.ConnectionString, settings.Urls, signals.Token);
        }
        finally
        {
            await server.StopAsync(waitForJoined: false, CancellationToken.None);
        }

        return ExitCodes.Done;
    }
}
