using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Workflow.Definitions;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>Turns what went wrong in a command into a sentence on standard error and an exit code.</summary>
internal static class Failures
{
    public static int Report(Exception failure)
    {
        var (message, code) = failure switch
        {
            BadInputException or FlowFormatException or CommandAppException => (failure.Message, ExitCodes.BadInput),
            RuleBrokenException broken => (Lines(broken), ExitCodes.BadInput),
            NotFoundException missing => (missing.Message, ExitCodes.BadInput),
            FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => (failure.Message, ExitCodes.BadInput),
            PrivatePostgresException or ApprovalException => (failure.Message, ExitCodes.Refused),
            IOException { InnerException: AddressInUseException } inUse => ($"{inUse.Message} Choose another address with --urls.", ExitCodes.Refused),
            IOException => (failure.Message, ExitCodes.Refused),
            OperationCanceledException => ("Stopped before the end.", ExitCodes.Refused),
            NpgsqlException { SqlState: null } unreachable => ($"The database does not answer: {unreachable.Message}", ExitCodes.Refused),
            _ => (failure.ToString(), ExitCodes.Refused),
        };
        Console.Error.WriteLine(message);
        return code;
    }

    private static string Lines(RuleBrokenException broken) =>
        string.Join('\n', broken.Faults.Select(fault => fault.Where is null ? fault.Message : $"{fault.Where}: {fault.Message}"));
}
