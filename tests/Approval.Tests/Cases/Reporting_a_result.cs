using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Cases;

public sealed class Reporting_a_result(PostgresServer server) : CentreTest(server)
{
    [Theory]
    [InlineData("\"a\\u0000\"")]
    [InlineData("{\"a\": [\"\\ud800\"]}")]
    public async Task refuses_what_the_trail_could_not_give_back(string result) =>
        (await FluentActions.Awaiting(() => Send(new CompleteInstanceTask(Admin, $"{Guid.NewGuid()}.61", JsonNode.Parse(result)))).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Should().ContainSingle().Which.Code.Should().Be("JsonInvalid");
}
