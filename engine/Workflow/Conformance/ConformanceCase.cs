using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>A flow and what is known to happen with it, step by step (the form of the conformance files).</summary>
public sealed class ConformanceCase
{
    private readonly JsonObject json;

    private ConformanceCase(JsonObject json) => this.json = json;

    /// <summary>Its name.</summary>
    public string Name => json.Text("name") ?? "";

    /// <summary>How its flowcharts run.</summary>
    public FlowMode Mode => json.Text("mode") switch
    {
        "safe" => FlowMode.Safe,
        "token" => FlowMode.Token,
        _ => FlowMode.Counter,
    };

    /// <summary>Elsa trips over itself here: listed apart, not counted.</summary>
    public bool IsDefect => json.Flag("defect");

    internal string DefinitionText => json["definition"]!.ToJsonString();

    /// <summary>The definitions that the case's own may use.</summary>
    internal FlowDefinition? Other(UsedDefinition used) => json.Objects("others").Select(other => FlowDefinition.Parse(other.ToJsonString()))
        .FirstOrDefault(other => other.DefinitionId == used.Key || string.Equals(other.Name, used.Key, StringComparison.OrdinalIgnoreCase));

    internal JsonObject? Inputs => json["inputs"] as JsonObject;

    internal string? CorrelationId => json.Text("correlationId");

    internal string? TriggerActivityId => json.Text("triggerActivityId");

    internal IReadOnlyList<Resume> Resumes => [.. json.Objects("resume").Select(Resume.Read)];

    internal JsonObject Expected => json["expected"]!.AsObject();

    /// <summary>Reads a file of cases.</summary>
    /// <param name="text">A JSON list.</param>
    /// <exception cref="FlowFormatException">It is not a list of cases.</exception>
    public static IReadOnlyList<ConformanceCase> Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonArray items
                ? [.. items.Select((item, index) => item is JsonObject json && json["definition"] is JsonObject && json["expected"] is JsonObject
                    ? new ConformanceCase(json)
                    : throw new FlowFormatException($"$[{index}]", "A case has a definition and what is expected."))]
                : throw new FlowFormatException("$", "A list of cases is expected.");
        }
        catch (System.Text.Json.JsonException fault)
        {
            throw new FlowFormatException($"line {fault.LineNumber + 1}, column {fault.BytePositionInLine + 1}", "This is not JSON.");
        }
    }
}
