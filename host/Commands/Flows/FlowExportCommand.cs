using System.ComponentModel;
using System.Globalization;
using System.Text;
using ApprovalEngine.Approval.Interchange;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow export`: a definition in Elsa's form.</summary>
internal sealed class FlowExportCommand : DatabaseCommand<FlowExportCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandArgument(0, "<ID>")]
        [Description("The definition's id.")]
        public string DefinitionId { get; init; } = "";

        [CommandOption("--version <N>")]
        [Description("The version; else the newest.")]
        public int? Version { get; init; }

        [CommandOption("--json")]
        [Description("The answer is JSON with and without it.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var access = await settings.AccessAsync(services, cancel);
        var export = await services.GetRequiredService<IMediator>().Send(new ExportFlow(access, settings.DefinitionId, settings.Version?.ToString(CultureInfo.InvariantCulture)), cancel);
        Output.Line(Encoding.UTF8.GetString(export.Content));
        return ExitCodes.Done;
    }
}
