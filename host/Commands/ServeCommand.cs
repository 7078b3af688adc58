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
        var postgres = settings.Postgres("approval serve", mayJoin: false);
        if (Environment.IsPrivilegedProcess)
        {
            await Preparation.ForServiceAccountAsync(postgres, signals.Token);
            Console.Error.WriteLine(await ServiceProcess.BecomeAsync(postgres, Arguments(postgres, settings), signals.Token));
        }

        if (Environment.GetEnvironmentVariable("ConnectionStrings__Approval") is { Length: > 0 } given)
        {
            return Code(await WebServer.RunAsync(given, settings.Urls, settings.Folder, signals.Token));
        }

        var server = await PrivatePostgres.StartAsync(postgres, signals.Token);
        try
        {
            return Code(await WebServer.RunAsync(server.ConnectionString, settings.Urls, settings.Folder, signals.Token));
        }
        finally
        {
            await server.StopAsync(waitForJoined: false, CancellationToken.None);
        }
    }

    private static int Code(bool ran) => ran ? ExitCodes.Done : ExitCodes.Refused;

    private static string[] Arguments(PostgresOptions postgres, Settings settings) =>
        settings.Urls is null
            ? ["serve", "--data", postgres.DataFolder]
            : ["serve", "--data", postgres.DataFolder, "--urls", settings.Urls];
}
