using ApprovalEngine.Host.EmbeddedPostgres;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>Turns what went wrong in a command into a sentence on standard error and an exit code.</summary>
internal static class Failures
{
    public static int Report(Exception failure)
    {
        var (message, code) = failure switch
        {
            PrivatePostgresException refused => (refused.Message, ExitCodes.Refused),
            OperationCanceledException => ("Stopped before the end.", ExitCodes.Refused),
            CommandAppException usage => (usage.Message, ExitCodes.BadInput),
            _ => (failure.ToString(), ExitCodes.Refused),
        };
        Console.Error.WriteLine(message);
        return code;
    }
}
