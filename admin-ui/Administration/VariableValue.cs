using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Incidents;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>Reads what is typed for a variable: text stands as it is, all else is JSON.</summary>
public static class VariableValue
{
    private static readonly string[] Texts = ["String", "System.String"];

    /// <summary>Reads it.</summary>
    /// <param name="variable">The variable; its type says how it is meant.</param>
    /// <param name="typed">What was typed; nothing is null, except for text.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether it can be read.</returns>
    public static bool TryRead(IncidentVariable variable, string typed, out JsonNode? value)
    {
        value = null;
        if (!variable.IsArray && Texts.Contains(variable.TypeName.Split(',')[0]))
        {
            value = JsonValue.Create(typed);
            return true;
        }

        if (typed.Trim().Length == 0)
        {
            return !variable.IsArray;
        }

        try
        {
            value = JsonNode.Parse(typed);
            return !variable.IsArray || value is JsonArray;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
