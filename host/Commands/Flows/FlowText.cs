using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>Definitions in files.</summary>
internal static class FlowText
{
    /// <summary>Reads a definition.</summary>
    /// <exception cref="BadInputException">It is not one; the message names file and place.</exception>
    public static FlowDefinition Read(string file)
    {
        try
        {
            return FlowDefinition.Parse(InputFile.Read(file));
        }
        catch (FlowFormatException fault)
        {
            throw BadInputException.In(file, fault.Path, fault.Message);
        }
    }

    /// <summary>The mode that a flag names; null where none was given.</summary>
    /// <exception cref="BadInputException">There is no such mode.</exception>
    public static FlowMode? Mode(string? name) => name switch
    {
        null => null,
        _ when Enum.TryParse<FlowMode>(name, ignoreCase: true, out var mode) && Enum.IsDefined(mode) => mode,
        _ => throw new BadInputException($"--mode: '{name}' is none of counter, token, safe."),
    };
}
