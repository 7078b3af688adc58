using System.ComponentModel;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using Npgsql;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow conform`: does the runtime do what is known to happen?</summary>
internal sealed class FlowConformCommand : AsyncCommand<FlowConformCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Files of cases in the form of conformance/README.md.")]
        public string[] Files { get; init; } = [];

        [CommandOption("--mode <MODE>")]
        [Description("Only the cases of this mode: counter, token or safe.")]
        public string? Mode { get; init; }

        [CommandOption("--stored")]
        [Description("Save and load the state through PostgreSQL between the steps.")]
        public bool IsStored { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    /// <summary>What is printed about a case.</summary>
    private sealed record Disagreement(string File, string Name, bool IsDefect, string Difference);

    public override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken) =>
        settings.IsStored
            ? DatabaseSession.RunAsync(settings, "flow conform", (services, cancel) => StoredAsync(services, settings, cancel), cancellationToken)
            : Task.FromResult(Run(settings, store: null));

    private static async Task<int> StoredAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var create = new NpgsqlCommand("create temporary table stored_state (state jsonb) on commit drop", connection);
        await create.ExecuteNonQueryAsync(cancel);
        await using var store = new NpgsqlCommand("truncate stored_state; insert into stored_state values (@state::jsonb); select state::text from stored_state", connection);
        var state = store.Parameters.Add(new NpgsqlParameter<string> { ParameterName = "state" });
        return Run(settings, json =>
        {
            state.Value = json;
            return (string)store.ExecuteScalar()!;
        });
    }

    private static int Run(Settings settings, Func<string, string>? store)
    {
        var results = (
            from file in settings.Files
            from @case in Cases(file)
            where FlowText.Mode(settings.Mode) is not { } mode || @case.Mode == mode
            select (File: file, Result: ConformanceRunner.Run(@case, store))).ToList();
        var counted = results.Where(entry => !entry.Result.IsDefect).ToList();
        var agreed = counted.Count(entry => entry.Result.Agrees);
        var disagreements = results.Where(entry => !entry.Result.Agrees)
            .Select(entry => new Disagreement(entry.File, entry.Result.Name, entry.Result.IsDefect, entry.Result.Difference!)).ToList();
        if (settings.Json)
        {
            Output.Document(new { agree = agreed, of = counted.Count, defects = results.Count - counted.Count, disagreements });
        }
        else
        {
            Print(disagreements);
            Output.Line($"{agreed} of {counted.Count} agree");
        }

        return agreed == counted.Count ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static IEnumerable<ConformanceCase> Cases(string file)
    {
        try
        {
            return ConformanceCase.Read(InputFile.Read(file));
        }
        catch (FlowFormatException fault)
        {
            throw BadInputException.In(file, fault.Path, fault.Message);
        }
    }

    private static void Print(IReadOnlyList<Disagreement> disagreements)
    {
        foreach (var one in disagreements.Where(one => !one.IsDefect))
        {
            Output.Line($"{one.File}: {one.Name}: {one.Difference}");
        }

        foreach (var one in disagreements.Where(one => one.IsDefect))
        {
            Output.Line($"{one.File}: {one.Name}: (defect, not counted) {one.Difference}");
        }
    }
}
