using System.Text.Json;
using System.Text.RegularExpressions;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>TypeScript declarations of what a script of a flow can reach: code editors complete and check by them.</summary>
public static partial class TypeDeclarations
{
    /// <summary>What every script can call (elsa-format.md, section 3).</summary>
    private const string Functions = """
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getInput(name: string): any;
        declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        declare function getLastResult(): any;
        declare function getWorkflowInstanceId(): string;
        declare function getWorkflowInstanceName(): string | null;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getCorrelationId(): string | null;
        declare function setCorrelationId(value: string | null): void;
        declare function isNullOrWhiteSpace(text: string | null): boolean;
        declare function isNullOrEmpty(text: string | null): boolean;
        declare function parseGuid(text: string): string;
        declare function toJson(value: any): string;
        declare function setOutcome(name: string): void;
        declare function setOutcomes(names: string[]): void;

        """;

    /// <summary>The declarations.</summary>
    /// <param name="flow">The flow whose variables and inputs are named; null for any.</param>
    public static string Of(FlowDefinition? flow)
    {
        var variables = flow?.Variables.Select(variable => (variable.Name, Type: TypeOf(variable.TypeName, variable.IsArray))).DistinctBy(variable => variable.Name).ToList() ?? [];
        var members = variables.Select(variable => $"{JsonSerializer.Serialize(variable.Name)}: {variable.Type}; ");
        var accessors = from variable in variables
                        let name = JavaScriptFunctions.Pascal(variable.Name)
                        where Identifier().IsMatch(name)
                        from accessor in new[] { $"get{name}(): {variable.Type}", $"set{name}(value: {variable.Type}): void" }
                        select accessor;
        var inputs = from input in flow?.Inputs ?? []
                     where Identifier().IsMatch(input.Name)
                     select $"get{input.Name}(): {TypeOf(input.TypeName, input.IsArray)}";
        return Functions + $"declare const variables: {{ {string.Concat(members)}[name: string]: any }};\n"
            + string.Concat(accessors.Concat(inputs).Select(function => $"declare function {function};\n"));
    }

    private static string TypeOf(string typeName, bool isArray)
    {
        var alias = TypeAlias.Of(typeName);
        return isArray ? $"{Single(alias)}[]" : TypeAlias.ElementOf(alias) is { } element ? $"{Single(TypeAlias.Of(element))}[]" : Single(alias);
    }

    private static string Single(string alias) => alias switch
    {
        "String" or "Guid" or "TimeSpan" => "string",
        "Boolean" => "boolean",
        "Byte" or "Int16" or "Int32" or "Int64" or "Single" or "Double" or "Decimal" => "number",
        "DateTime" or "DateTimeOffset" => "Date",
        "ObjectDictionary" or "JsonObject" => "{ [name: string]: any }",
        _ => "any",
    };

    /// <summary>What may stand behind <c>get</c> in a name.</summary>
    [GeneratedRegex(@"^[\p{L}\p{Nd}_$]+$")]
    private static partial Regex Identifier();
}
