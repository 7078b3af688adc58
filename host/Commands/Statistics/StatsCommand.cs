using System.ComponentModel;
using System.Globalization;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using ApprovalEngine.Host.Commands.Audit;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Statistics;

/// <summary>`approval stats`: the figures of a period.</summary>
internal sealed class StatsCommand : DatabaseCommand<StatsCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandOption("--from <DATE>")]
        [Description("First local date of the centre.")]
        public string? From { get; init; }

        [CommandOption("--to <DATE>")]
        [Description("Last local date, inclusive.")]
        public string? To { get; init; }

        [CommandOption("--by <WHAT>")]
        [Description("A group for each item, unit, person, window, month or channel.")]
        public string? By { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var from = DateText.Read(settings.From ?? throw new BadInputException("--from: a date is wanted."), "--from");
        var to = DateText.Read(settings.To ?? throw new BadInputException("--to: a date is wanted."), "--to");
        var access = await settings.AccessAsync(services, cancel);
        var answer = await services.GetRequiredService<IMediator>().Send(new GetStatistics(access, from, to, settings.By), cancel);
        if (settings.Json)
        {
            Output.Document(answer);
        }
        else
        {
            Print(answer);
            await PrintSealAsync(services, access.CentreId, cancel);
        }

        return ExitCodes.Done;
    }

    /// <summary>Who keeps the report keeps a seal with it, by which the rows behind the figures can be proved.</summary>
    private static async Task PrintSealAsync(IServiceProvider services, int centreId, CancellationToken cancel)
    {
        if (await services.GetRequiredService<SealStore>().LastAsync(centreId, cancel) is { } last)
        {
            Output.Line(SealText.Line(last));
        }
    }

    private static void Print(StatisticsAnswer answer)
    {
        Output.Line($"{answer.From:yyyy-MM-dd} to {answer.To:yyyy-MM-dd}");
        Print(answer, "  ");
        foreach (var group in answer.Groups)
        {
            Output.Line(group.Key);
            Print(group, "    ");
        }
    }

    private static void Print(FigureSet figures, string margin)
    {
        Output.Line($"{margin}accepted {figures.Accepted}, closed {figures.Closed}, on time {figures.OnTime}, overdue {figures.Overdue}, "
            + $"open {figures.Open}, open and overdue {figures.OpenOverdue}");
        Output.Line($"{margin}instant accepted {figures.InstantAccepted}, closed the same day {figures.InstantClosedSameDay}");
        Output.Line($"{margin}average early {Percent(figures.Rates.AverageEarly)}, time saved {Percent(figures.Rates.TimeSaved)}, "
            + $"early by case {Percent(figures.Rates.EarlyShare)}, on time {Percent(figures.Rates.OnTime)}, instant {Percent(figures.Rates.Instant)}");
    }

    private static string Percent(Rate rate) => rate.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00} % ({rate.Numerator:0.####} of {rate.Denominator:0.####})")
        : "- (of none)";
}
