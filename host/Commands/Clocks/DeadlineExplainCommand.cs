using System.ComponentModel;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Clocks;

/// <summary>`approval deadline explain`: one due moment, day by day.</summary>
internal sealed class DeadlineExplainCommand : Command<DeadlineExplainCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandOption("--accepted <INSTANT>", isRequired: true)]
        [Description("When the case was accepted.")]
        public string Accepted { get; init; } = "";

        [CommandOption("--days <N>", isRequired: true)]
        [Description("The limit in working days.")]
        public int Days { get; init; }

        [CommandOption("--suspend <FROM..TO>")]
        [Description("A time in which the clock stood still; without TO it still does. May be repeated.")]
        public string[] Suspensions { get; init; } = [];

        [CommandOption("--extend <N>")]
        [Description("Working days added.")]
        public int Extension { get; init; }

        [CommandOption("--closed <INSTANT>")]
        [Description("When the case was closed: says what was used and whether it was on time.")]
        public string? Closed { get; init; }

        [CommandOption("--lang <LANG>")]
        [Description("zh-Hans, zh-Hant or en.")]
        public string Language { get; init; } = "en";

        [CommandOption("--json")]
        [Description("One JSON document in the shape of the worked due dates.")]
        public bool Json { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var calendar = ShippedCalendars.Calendar();
        var clock = ReadClock(settings, calendar.Zone);
        DateTimeOffset? closed = settings.Closed is null ? null : InstantText.Read(settings.Closed, "--closed", calendar.Zone);
        var answer = DeadlineAnswer.Of(clock, calendar);
        if (settings.Json)
        {
            if (closed is { } at && !answer.ContainsKey("error"))
            {
                answer["closings"] = new JsonArray(DeadlineAnswer.Closing(clock, calendar, at));
            }

            Output.Document(answer);
        }
        else
        {
            Explain(clock, calendar, closed, settings.Language);
        }

        return answer["error"] is null ? ExitCodes.Done : answer.ContainsKey("year") ? ExitCodes.Finding : ExitCodes.BadInput;
    }

    private static void Explain(Clock clock, WorkingCalendar calendar, DateTimeOffset? closed, string language)
    {
        try
        {
            Deadlines.Check(clock, calendar);
        }
        catch (ClockException broken) when (broken.Year is not null)
        {
            Output.Line(broken.Message);
            return;
        }
        catch (ClockException broken)
        {
            throw new BadInputException($"--suspend: {broken.Message}");
        }

        foreach (var line in DeadlineWords.Of(clock, calendar, closed ?? clock.StartedAt, language))
        {
            Output.Line(line);
        }

        if (closed is { } at)
        {
            Output.Line(ClosingWords.Of(Deadlines.Read(clock, calendar, at), language));
        }
    }

    private static Clock ReadClock(Settings settings, TimeZoneInfo zone)
    {
        if (settings.Days < 0 || settings.Extension < 0)
        {
            throw new BadInputException($"{(settings.Days < 0 ? "--days" : "--extend")}: a number of working days cannot be negative.");
        }

        return new Clock(
            InstantText.Read(settings.Accepted, "--accepted", zone), Limit.Days(settings.Days), settings.Extension,
            [.. settings.Suspensions.Select(text => ReadSuspension(text, zone))]);
    }

    private static Suspension ReadSuspension(string text, TimeZoneInfo zone) => text.Split("..", 2) switch
    {
        [var from, ""] => new Suspension(InstantText.Read(from, "--suspend", zone), null),
        [var from, var to] => new Suspension(InstantText.Read(from, "--suspend", zone), InstantText.Read(to, "--suspend", zone)),
        _ => throw new BadInputException($"--suspend: '{text}' is not of the form FROM..TO, or FROM.. while it lasts."),
    };
}
