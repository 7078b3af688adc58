using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>What a group of commands does when none of them is named: bad input, never the 1 that means a finding.</summary>
internal sealed class SubcommandMissing : Command<EmptyCommandSettings>
{
    public override int Execute(CommandContext context, EmptyCommandSettings settings, CancellationToken cancellationToken)
    {
        var called = string.Join(' ', context.Arguments);
        throw new BadInputException($"'approval {called}' does nothing by itself; 'approval {called} --help' lists its subcommands.");
    }
}
