using System.ComponentModel;
using System.Text.Json;
using ApprovalEngine.Contracts.Migrations;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Migrations;

/// <summary>From where to where cases are moved.</summary>
internal class MigrateSettings : CentreSettings
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    [CommandArgument(0, "<ID>")]
    [Description("The definition's id.")]
    public string DefinitionId { get; init; } = "";

    [CommandOption("--from <N>", isRequired: true)]
    [Description("The version that the cases run on.")]
    public int From { get; init; }

    [CommandOption("--to <N>", isRequired: true)]
    [Description("The version that they are to run on.")]
    public int To { get; init; }

    [CommandOption("--mapping <FILE>")]
    [Description("Which activity becomes which, as JSON; else what `migrate propose` shows.")]
    public string? Mapping { get; init; }

    [CommandOption("--json")]
    [Description("One JSON document.")]
    public bool Json { get; init; }

    /// <summary>The mapping of the file; null for the proposed one.</summary>
    /// <exception cref="BadInputException">The file is no mapping.</exception>
    public MappingText? MappingOfFile()
    {
        if (Mapping is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<MappingText>(InputFile.Read(Mapping), Form);
        }
        catch (JsonException fault)
        {
            throw BadInputException.In(Mapping, fault.LineNumber is { } line ? $"line {line + 1}" : null, fault.Message);
        }
    }
}
