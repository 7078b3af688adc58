using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using ApprovalEngine.Workflow.Calendars;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Clocks;

/// <summary>`approval deadline check`: worked due dates against the one function that reckons them.</summary>
internal sealed class DeadlineCheckCommand : Command<DeadlineCheckCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Files of worked due dates: zone, opens, closes, cases.")]
        public string[] Files { get; init; } = [];

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var years = ShippedCalendars.Years();
        var results = settings.Files.SelectMany(file => Check(file, years).Select(result => (File: file, result.Id, result.Difference))).ToList();
        var agreed = results.Count(result => result.Difference is null);
        var disagreements = results.Where(result => result.Difference is not null).ToList();
        if (settings.Json)
        {
            Output.Document(new
            {
                agree = agreed,
                of = results.Count,
                disagreements = disagreements.Select(one => new { one.File, one.Id, one.Difference }),
            });
        }
        else
        {
            disagreements.ForEach(one => Output.Line($"{one.File}: {one.Id}: {one.Difference}"));
            Output.Line($"{agreed} of {results.Count} agree");
        }

        return disagreements.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static ImmutableArray<DueDateResult> Check(string file, IReadOnlyList<CalendarYear> years)
    {
        try
        {
            return DueDateFile.Check(InputFile.Read(file), years);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or TimeZoneNotFoundException)
        {
            throw BadInputException.In(file, fault is JsonException { LineNumber: { } line } ? $"line {line + 1}" : null, fault.Message);
        }
    }
}
