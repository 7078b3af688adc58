using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>All commands of `approval`, as a table of contents.</summary>
internal static class CommandTree
{
    public static void Define(IConfigurator approval)
    {
        approval.SetApplicationName("approval");
        approval.SetExceptionHandler((failure, _) => Failures.Report(failure));
        approval.AddCommand<ServeCommand>("serve").WithDescription("Run the service until it is stopped.");
    }
}
