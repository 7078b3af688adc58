using System.Text;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;
using MiniExcelLibs;

namespace Approval.Tests.Organisation;

public sealed class Importing_a_sheet(PostgresServer server) : CentreTest(server)
{
    private const string Password = "a long password";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Send(new AddUnit(Admin, new AddUnitRequest("T", "YC", OrgUnitKind.District, LocalText.Same("试验区"))));
        await Send(new AddPerson(Admin, new AddPersonRequest("known", "Known", Password, [new GrantView(Role.Reviewer, "T")])));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public async Task of_people_shows_what_becomes_of_each_and_then_does_it(string encoding)
    {
        var file = Csv("用户名,姓名,机构,角色,岗位\nnew.one,新人,试验区,窗口人员,\nnew.one,,T,,head\nknown,,T,Auditor,\nli.na,,,,\n", encoding);

        var preview = await Send(new PreviewPeopleSheet(Admin, file));

        preview.Faults.Should().BeEmpty();
        preview.People.Select(person => (person.Line, person.UserName, person.State)).Should().Equal((2, "new.one", "New"), (4, "known", "Changed"), (5, "li.na", "Unchanged"));
        (await Send(new ImportPeople(Admin, new ImportPeopleRequest(preview.People, Password)))).Should().Be(new ImportedRows(1, 1));
        var added = await Send(new GetPerson(Admin, "new.one"));
        (added.DisplayName, added.Grants.Single(), added.Posts.Single()).Should().Be(("新人", new GrantView(Role.WindowClerk, "T"), new HoldingView("head", "T")));
        (await Send(new GetPerson(Admin, "known"))).Grants.Should().BeEquivalentTo([new GrantView(Role.Reviewer, "T"), new GrantView(Role.Auditor, "T")], "nobody loses anything");
        (await Send(new PreviewPeopleSheet(Admin, file))).People.Should().OnlyContain(person => person.State == "Unchanged");
    }

    [Fact]
    public async Task names_every_fault_with_line_and_column_and_then_brings_nothing_in()
    {
        var preview = await Send(new PreviewPeopleSheet(Admin, Csv("userName,displayName,unit,role,post\n,Nobody,T,Reviewer,\nfine,Fine,T,Reviewer,\na,A,nowhere,Reviewer,\nb,B,T,System,\nc,C,T,,no-post\n")));

        preview.Faults.Select(fault => (fault.Line, fault.Column, fault.Code)).Should().Contain([(2, "userName", "UserNameMissing"), (4, "unit", "UnitUnknown"), (5, "role", "RoleUnknown"), (6, "post", "PostUnknown"), (6, "role", "GrantsMissing")]);
        await FluentActions.Awaiting(() => Send(new ImportPeople(Admin, new ImportPeopleRequest(preview.People, Password)))).Should().ThrowAsync<RuleBrokenException>();
        (await Send(new ListPeople(Admin, null, 200) { Search = "fine" })).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task refuses_a_sheet_that_unpacks_to_too_much()
    {
        using var stream = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var sheet = await archive.CreateEntry("xl/worksheets/sheet1.xml").OpenAsync(TestContext.Current.CancellationToken);
            var blanks = new byte[UnpackBudget.MaxBytes + 1];
            Array.Fill(blanks, (byte)' ');
            await sheet.WriteAsync(blanks, TestContext.Current.CancellationToken);
        }

        stream.Length.Should().BeLessThan(1_000_000);
        (await FluentActions.Awaiting(() => Send(new PreviewPeopleSheet(Admin, new UploadedFile("people.xlsx", stream.ToArray())))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("ArchiveTooLarge");
    }

    [Fact]
    public async Task keeps_to_the_rules_of_one_person_and_one_unit()
    {
        PersonRow Row(string userName, string name, Role role) => new(2, userName, name, [new GrantView(role, "T")], []);
        UnitRow Unit(string code, OrgUnitKind kind, LocalText name) => new(2, code, "T", kind, name);

        foreach (var (row, code) in new[] { (Row(new string('n', 257), "N", Role.Reviewer), "UserName"), (Row("n", "a\u202eb", Role.Reviewer), "DisplayName"), (Row("n", "N", (Role)99), "RoleUnknown"), (Row("known", "K", Role.System), "RoleNotForPeople") })
        {
            (await FluentActions.Awaiting(() => Send(new ImportPeople(Admin, new ImportPeopleRequest([row], Password)))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be(code);
        }

        foreach (var (row, code) in new[] { (Unit("T-1", OrgUnitKind.Town, LocalText.Same(new string('n', 201))), "NameMissing"), (Unit("T-1", (OrgUnitKind)99, LocalText.Same("n")), "UnitKind"), (Unit("T 1", OrgUnitKind.Town, LocalText.Same("n")), "UnitCode") })
        {
            (await FluentActions.Awaiting(() => Send(new ImportUnits(Admin, new ImportUnitsRequest([row])))).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be(code);
        }
    }

    [Fact]
    public async Task reaches_no_further_than_the_administrator()
    {
        await Send(new AddPerson(Admin, new AddPersonRequest("t.admin", "Local", Password, [new GrantView(Role.Administrator, "T")])));
        var local = await AccessOf("t.admin");

        var preview = await Send(new PreviewPeopleSheet(local, Csv("userName,displayName,unit,role\nmine,Mine,T,Reviewer\ntheirs,Theirs,YC,Reviewer\nadmin,,T,Reviewer\n")));

        preview.Faults.Select(fault => (fault.Line, fault.Code)).Should().Equal((3, "OutOfScope"), (4, "OutOfScope"));
        await FluentActions.Awaiting(() => Send(new ImportPeople(local, new ImportPeopleRequest([new PersonRow(2, "theirs", "Theirs", [new GrantView(Role.Administrator, "YC")], [])], Password)))).Should().ThrowAsync<RuleBrokenException>();
        (await Send(new PreviewUnitSheet(local, Csv("code,parent,kind,en\nT-9,T,Town,Mine\nX-9,YC,Town,Theirs\n")))).Faults.Should().ContainSingle(fault => fault.Line == 3 && fault.Code == "OutOfScope");
    }

    [Fact]
    public async Task of_units_builds_a_branch_line_by_line()
    {
        using var sheet = new MemoryStream();
        await sheet.SaveAsAsync(new[] { new { code = "T-1", parent = "T", kind = "镇街道", 名称 = "甲镇" }, new { code = "T-1-a", parent = "T-1", kind = "Village", 名称 = "甲村" }, new { code = "T", parent = "YC", kind = "District", 名称 = "新名" } }, cancellationToken: TestContext.Current.CancellationToken);

        var preview = await Send(new PreviewUnitSheet(Admin, new UploadedFile("units.xlsx", sheet.ToArray())));

        preview.Faults.Should().BeEmpty();
        preview.Units.Select(unit => unit.State).Should().Equal("New", "New", "Changed");
        (await Send(new ImportUnits(Admin, new ImportUnitsRequest(preview.Units)))).Should().Be(new ImportedRows(2, 1));
        var organisation = await Services.Get<OrgDirectory>().Of(Admin.CentreId, TestContext.Current.CancellationToken);
        organisation.Unit("T-1-a").IsWithin(organisation.Unit("T").Path).Should().BeTrue();
        organisation.Unit("T").Name.ZhHans.Should().Be("新名");
        await FluentActions.Awaiting(() => Send(new ImportUnits(Admin, new ImportUnitsRequest([new UnitRow(2, "Y", "nowhere", OrgUnitKind.Town, LocalText.Same("y"))])))).Should().ThrowAsync<RuleBrokenException>();
    }

    [Theory]
    [InlineData("people.xlsx", "no workbook")]
    [InlineData("people.csv", "")]
    [InlineData("people.csv", "other,heads\n1,2\n")]
    public async Task says_when_it_is_none(string name, string text) =>
        (await FluentActions.Awaiting(() => Send(new PreviewPeopleSheet(Admin, new UploadedFile(name, Encoding.UTF8.GetBytes(text))))).Should().ThrowAsync<RuleBrokenException>()).Which.Where.Should().Be(name);

    private static UploadedFile Csv(string text, string encoding = "utf-8")
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new UploadedFile("people.csv", Encoding.GetEncoding(encoding).GetBytes(text));
    }
}
