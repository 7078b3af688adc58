using System.ComponentModel;
using ApprovalEngine.Approval.Caseload;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Cases;

/// <summary>`approval caseload import`: a log of real cases, replayed through its flow at its historical instants.</summary>
internal sealed class CaseloadImportCommand : DatabaseCommand<CaseloadImportCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A log: .csv or .xes, either also .gz.")]
        public string File { get; init; } = "";

        [CommandOption("--mapping <FILE>")]
        [Description("Which column is what; a log that is known is recognised without.")]
        public string? Mapping { get; init; }

        [CommandOption("--item <CODE>")]
        [Description("The item through whose flow the cases run; else the mapping's.")]
        public string? Item { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var mapping = settings.Mapping is null ? null : ReadMapping(settings.Mapping);
        await using var content = InputFile.Open(settings.File);
        var access = await settings.AccessAsync(services, cancel);
        var request = new CaseloadRequest(access.CentreId, Path.GetFileName(settings.File), content, mapping, settings.Item);
        var report = await ImportAsync(services.GetRequiredService<CaseloadImport>(), request, settings.File, cancel);
        if (settings.Json)
        {
            Output.Document(report);
        }
        else
        {
            Print(settings.File, report);
        }

        return report.LeftOut.IsEmpty ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static async Task<CaseloadReport> ImportAsync(CaseloadImport import, CaseloadRequest request, string file, CancellationToken cancel)
    {
        try
        {
            return await ProgressBar.RunAsync("Importing cases", progress => import.RunAsync(request, progress, cancel));
        }
        catch (CaseloadException fault)
        {
            throw BadInputException.In(file, fault.Line is { } line ? $"line {line}" : null, fault.Message);
        }
    }

    private static CaseloadMapping ReadMapping(string file)
    {
        try
        {
            return CaseloadMapping.Parse(InputFile.Read(file));
        }
        catch (CaseloadException fault)
        {
            throw BadInputException.In(file, fault.Line is { } line ? $"line {line}" : null, fault.Message);
        }
    }

    private static void Print(string file, CaseloadReport report)
    {
        foreach (var one in report.Deviations)
        {
            Output.Line($"{file}: line {one.Line}: warning {one.Kind} case {one.Case}{(one.Activity is null ? "" : $": {one.Activity}")}");
        }

        foreach (var row in report.LeftOut)
        {
            Output.Line($"{file}: line {row.Line}: left out: {row.Reason}");
        }

        foreach (var kind in report.Deviations.CountBy(one => one.Kind).OrderByDescending(kind => kind.Value))
        {
            Output.Line($"{kind.Value} × {kind.Key}");
        }

        Output.Line($"{report.Imported} of {report.Cases} cases imported with {report.Events} events, {report.AlreadyThere} were there already, {report.LeftOut.Length} rows left out");
    }
}
