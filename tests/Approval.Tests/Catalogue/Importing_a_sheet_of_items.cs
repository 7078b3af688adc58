using System.Text;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Catalogue.Import;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using MiniExcelLibs;

namespace Approval.Tests.Catalogue;

public sealed class Importing_a_sheet_of_items(PostgresServer server) : CentreTest(server)
{
    private const string Heads = "code,kind,zh-Hans,en,legalDays,promisedDays,unit,flow\n";

    [Fact]
    public async Task shows_what_becomes_of_each_and_then_does_it()
    {
        var before = await Send(new GetItem(Admin, "YC-DA-0001", null));
        var file = Csv($"{Heads}NEW-1,承诺件,新事项,New one,20,5,{await UnitName("YC-DA")},three-certs\nYC-DA-0001,,改名的事项,,,,,\nYC-SCJG-0002,,,,,,,\n");

        var preview = await Send(new PreviewItemSheet(Admin, file));

        preview.Faults.Should().BeEmpty();
        preview.Items.Select(item => (item.Line, item.Code, item.State)).Should().Equal((2, "NEW-1", "New"), (3, "YC-DA-0001", "Changed"), (4, "YC-SCJG-0002", "Unchanged"));
        (await Send(new ImportItems(Admin, new ImportItemsRequest(preview.Items)))).Should().Be(new ImportedRows(1, 1));

        var added = await Send(new GetItem(Admin, "NEW-1", null));
        (added.State, added.CurrentVersion, added.Content.Kind, added.Content.Limits, added.Content.Unit).Should().Be((ItemState.Draft, 1, ItemKind.Promised, new ItemLimits(LimitKind.WorkingDays, 20, 5), "YC-DA"));
        var changed = await Send(new GetItem(Admin, "YC-DA-0001", null));
        (changed.CurrentVersion, changed.State, changed.Content.Name.ZhHans, changed.Content.Name.En).Should().Be((before.CurrentVersion + 1, before.State, "改名的事项", before.Content.Name.En));
        changed.Content.Form!.Value.GetRawText().Should().Be(before.Content.Form!.Value.GetRawText(), "a sheet has no room for it, so it stays");
        (await Send(new PreviewItemSheet(Admin, file))).Items.Should().OnlyContain(item => item.State == "Unchanged");
        var trail = (await Send(new ListEvents(Admin, new EventFilter("ItemsImported", null, null, null, null), null, 50))).Items.Single().Particulars;
        trail.GetProperty("new")[0].GetString().Should().Be("NEW-1");
        trail.GetProperty("changed")[0].GetString().Should().Be("YC-DA-0001");
    }

    [Fact]
    public async Task reads_a_workbook_with_numbers_in_its_cells()
    {
        using var sheet = new MemoryStream();
        await sheet.SaveAsAsync(new[] { new Dictionary<string, object> { ["事项编码"] = "NEW-2", ["类型"] = "即办件", ["名称"] = "新事项", ["法定时限"] = 20, ["承诺时限"] = 0, ["机构"] = "YC-DA", ["流程"] = "instant-copy" } }, cancellationToken: TestContext.Current.CancellationToken);

        var preview = await Send(new PreviewItemSheet(Admin, new UploadedFile("items.xlsx", sheet.ToArray())));

        preview.Faults.Should().BeEmpty();
        preview.Items.Single().Limits.Should().Be(new ItemLimits(LimitKind.WorkingDays, 20, 0));
    }

    [Fact]
    public async Task names_every_fault_with_line_and_column_and_then_brings_nothing_in()
    {
        var file = Csv(
            $"{Heads}A-1,Promised,甲,A,5,9,YC-DA,three-certs\nA-2,Instant,乙,B,5,1,YC-DA,three-certs\nA-3,Strange,丙,C,5,1,YC-DA,three-certs\nA-4,Promised,丁,D,x,1,YC-DA,three-certs\n"
            + "A-5,Promised,戊,E,5,1,nowhere,three-certs\nA-6,Promised,己,F,5,1,YC-DA,no-such-flow\nA-7,Promised,庚,G,5,1,YC-DA,three-certs\na-7,Promised,辛,H,5,1,YC-DA,three-certs\nyc-da-0001,Promised,壬,I,5,1,YC-DA,three-certs\n");

        var preview = await Send(new PreviewItemSheet(Admin, file));

        preview.Faults.Select(fault => (fault.Line, fault.Column, fault.Code)).Should().Equal(
            (2, "promisedDays", "PromiseAboveLegalLimit"), (3, "promisedDays", "InstantPromise"), (4, "kind", "ItemKind"), (5, "legalDays", "LimitRange"), (6, "unit", "UnitUnknown"),
            (7, "flow", "FlowNotPublished"), (9, "code", "ItemCodeTwice"), (10, "code", "ItemCodeTaken"));
        await FluentActions.Awaiting(() => Send(new ImportItems(Admin, new ImportItemsRequest(preview.Items)))).Should().ThrowAsync<RuleBrokenException>();
        (await Send(new ListItems(Admin, null, null, 200, "A-7"))).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task reaches_no_further_than_the_administrator()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("local", "Local", "a long password", [new GrantView(Role.Administrator, "YC-DA")])));
        var local = await AccessOf("local");

        var preview = await Send(new PreviewItemSheet(local, Csv($"{Heads}MINE-1,Promised,甲,A,5,1,YC-DA,three-certs\nTHEIRS-1,Promised,乙,B,5,1,YC,three-certs\nYC-SCJG-0002,,丙,,,,YC-DA,\n")));

        preview.Faults.Select(fault => (fault.Line, fault.Code)).Should().Equal([(3, "OutOfScope"), (4, "OutOfScope")], "nobody takes an item away from a unit that is not theirs");
        await FluentActions.Awaiting(() => Send(new ImportItems(local, new ImportItemsRequest(preview.Items)))).Should().ThrowAsync<RuleBrokenException>();
        var clerk = await AccessOf("li.na");
        await FluentActions.Awaiting(() => Send(new PreviewItemSheet(clerk, Csv(Heads + "A,,,,,,,\n")))).Should().ThrowAsync<ForbiddenException>();
    }

    private async Task<string> UnitName(string code) => (await Services.Get<OrgDirectory>().Of(Admin.CentreId)).Unit(code).Name.ZhHans;

    private static UploadedFile Csv(string text) => new("items.csv", Encoding.UTF8.GetBytes(text));
}
