using System.ComponentModel;
using ApprovalEngine.Approval.Audit;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Cases;

/// <summary>`approval audit verify`: is every case's trail what it was when it was written?</summary>
internal sealed class AuditVerifyCommand : DatabaseCommand<AuditVerifyCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(centreId: null, new RowProgress(), cancel);
        if (settings.Json)
        {
            Output.Document(report);
        }
        else
        {
            foreach (var finding in report.Findings)
            {
                Output.Line($"{finding.CaseNo ?? finding.CaseId.ToString()} row {finding.Seq}: {finding.Kind}: {finding.Message}");
            }

            Output.Line($"{report.Cases} cases, {report.Rows} rows, {report.Findings.Count} findings");
        }

        return report.Findings.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }

    private sealed class RowProgress : IProgress<long>
    {
        public void Report(long value) => Console.Error.WriteLine($"{value} rows read");
    }
}
