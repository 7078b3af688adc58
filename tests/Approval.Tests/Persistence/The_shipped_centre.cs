using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;

namespace Approval.Tests.Persistence;

public sealed class The_shipped_centre(PostgresServer server) : CentreTest(server)
{
    [Fact]
    public async Task has_ten_items_in_force_each_with_a_published_flow_without_errors()
    {
        var items = (await Send(new ListItems(Admin, ItemState.InForce, null, 200))).Items;

        items.Should().HaveCount(10);
        foreach (var item in items)
        {
            (await Services.Get<FlowStore>().PublishedVersion(1, item.DefinitionId, TestContext.Current.CancellationToken)).Should().Be(1, item.Code);
            (await Send(new CheckFlow(Admin, item.DefinitionId, null))).Where(finding => finding.IsError).Should().BeEmpty(item.DefinitionId);
            (await Services.Get<FlowStore>().Compiled(1, item.DefinitionId, 1, TestContext.Current.CancellationToken)).Root.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task keeps_its_flows_as_they_are_shipped()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows", "flows"), "*.json"))
        {
            var shipped = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!;
            var kept = (await Send(new GetFlow(Admin, (string)shipped["definitionId"]!, 1))).Document;
            System.Text.Json.Nodes.JsonNode.DeepEquals(kept["root"], shipped["root"]).Should().BeTrue(file);
        }
    }

    [Fact]
    public async Task knows_its_people_its_calendars_and_its_office_hours()
    {
        var organisation = await Services.Get<OrgDirectory>().Of(1, TestContext.Current.CancellationToken);
        var calendar = await Services.Get<CalendarStore>().Of(1, TestContext.Current.CancellationToken);

        organisation.People.Should().OnlyContain(person => person.Grants.Length > 0);
        calendar.IsWorkingDay(new DateOnly(2026, 2, 14)).Should().BeTrue("a shifted Saturday");
        calendar.IsWorkingDay(new DateOnly(2007, 10, 1)).Should().BeFalse();
        calendar.LocalDate(calendar.ClosesAt(new DateOnly(2026, 3, 2))).Should().Be(new DateOnly(2026, 3, 2));
    }
}
