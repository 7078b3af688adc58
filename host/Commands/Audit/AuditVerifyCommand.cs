using System.ComponentModel;
using ApprovalEngine.Approval.Audit;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Audit;

/// <summary>`approval audit verify`: is every case's trail what it was when it was written, and what was sealed?</summary>
internal sealed class AuditVerifyCommand : DatabaseCommand<AuditVerifyCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandOption("--since-seal <NO>")]
        [Description("Only what was committed after this seal, which is trusted.")]
        public int SinceSeal { get; init; }

        [CommandOption("--seals <FILE>")]
        [Description("The seals outside the database; else those that this host wrote.")]
        public string? Seals { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }

        public override ValidationResult Validate() => SealText.IsNumber(SinceSeal);
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var file = settings.Seals ?? SealPlace.In(settings.Folder);
        if (settings.Seals is not null && !File.Exists(file))
        {
            throw new BadInputException($"--seals: there is no file {file}.");
        }

        var question = new AuditQuestion(null, settings.SinceSeal, file);
        var report = await services.GetRequiredService<AuditVerifier>().AnswerAsync(question, new RowProgress(), cancel);
        if (settings.Seals is not null && report is { SealsOutside: 0, Seals: > 0 })
        {
            throw BadInputException.In(file, null, "no seal stands in it.");
        }

        if (settings.Json)
        {
            Output.Document(report);
        }
        else
        {
            Print(report, file);
        }

        return report.IsGreen ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static void Print(AuditReport report, string file)
    {
        foreach (var finding in report.Findings)
        {
            Output.Line($"{finding.Place}: {finding.Kind}: {finding.Message}");
        }

        Console.Error.WriteLine(report.SealsOutside is { } outside
            ? $"{outside} seals compared with {file}"
            : $"There is no {file}: the seals were not compared with any outside the database.");
        Output.Line($"{report.Cases} cases, {report.Rows} rows, {report.Seals} seals, {report.UnsealedRows} rows not sealed yet, {report.Findings.Count + report.Unlisted} findings");
    }

    private sealed class RowProgress : IProgress<long>
    {
        private const long Step = 100_000;
        private long said;

        public void Report(long value)
        {
            if (value - said >= Step)
            {
                said = value;
                Console.Error.WriteLine($"{value} rows read");
            }
        }
    }
}
