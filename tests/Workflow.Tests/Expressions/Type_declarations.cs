using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Expressions;

public sealed class Type_declarations
{
    [Fact]
    public void name_every_function_that_a_script_can_call()
    {
        var declared = TypeDeclarations.Of(null);

        JavaScriptFunctions.Names.Where(name => name != "variables").Should().OnlyContain(name => declared.Contains($"declare function {name}(", StringComparison.Ordinal));
    }

    [Fact]
    public void name_the_variables_and_inputs_of_the_flow_with_their_types()
    {
        var declared = TypeDeclarations.Of(FlowDefinition.Parse("""
            { "id": "v", "definitionId": "d", "name": "n",
              "variables": [ { "name": "risk_level", "typeName": "String" }, { "name": "days", "typeName": "Int32", "isArray": true }, { "name": "not-\" a name: any }", "typeName": "Object" } ],
              "inputs": [ { "name": "applicantName", "type": "String" } ],
              "root": { "id": "r", "type": "Elsa.Flowchart", "activities": [] } }
            """));

        declared.Should().Contain("declare function getRiskLevel(): string;").And.Contain("declare function setRiskLevel(value: string): void;")
            .And.Contain("declare function getDays(): number[];").And.Contain("declare function getapplicantName(): string;")
            .And.Contain("\"risk_level\": string;").And.Contain("\"not-\\u0022 a name: any }\": any;").And.NotContain("getNot");
    }
}
