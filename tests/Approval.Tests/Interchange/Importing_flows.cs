using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Definitions;

namespace Approval.Tests.Interchange;

public sealed class Importing_flows(PostgresServer server) : InterchangeTest(server)
{
    private const string Http = """{ "id": "open", "type": "Elsa.HttpEndpoint", "version": 1 }""";

    [Fact]
    public async Task brings_files_and_packed_sets_in_as_drafts_and_says_what_does_not_run()
    {
        var report = await Import(
            File("one.json", Flow("one", "One")),
            Zip("set.zip", ("flows/two.json", Flow("two", "Two", Http)), ("three.JSON", Flow("three", "Three")), ("readme.txt", "x"), ("flows/", ""), ("__MACOSX/._two.json", "x")));

        report.Flows.Select(flow => (flow.File, flow.DefinitionId, flow.Version, flow.State)).Should().Equal(
            ("one.json", "one", 1, ImportState.Created), ("set.zip: flows/two.json", "two", 1, ImportState.Created), ("set.zip: three.JSON", "three", 1, ImportState.Created));
        report.Ignored.Should().Equal("set.zip: readme.txt", "set.zip: __MACOSX/._two.json");
        report.Flows[0].Findings.Should().BeEmpty();
        var finding = report.Flows[1].Findings.Should().ContainSingle().Which;
        finding.Should().BeEquivalentTo(new { IsError = true, Code = "NotExecutedHere", ActivityId = "open" });
        finding.Sentence.En.Should().Contain("no flow opens an address");
        finding.Sentence.ZhHant.Should().Contain("不得自行對外開放網址");
        (await Send(new ListFlows(Admin, null, 1_000))).Items.Where(flow => flow.DefinitionId is "one" or "two" or "three").Should().HaveCount(3).And.OnlyContain(flow => !flow.IsPublished);
    }

    [Fact]
    public async Task again_changes_nothing_and_a_changed_one_becomes_the_newest_draft()
    {
        await Import(File("one.json", Flow("one", "One")));
        var before = await Everything();

        (await Import(File("one.json", Flow("one", "One")))).Flows.Single().State.Should().Be(ImportState.Unchanged);
        (await Everything()).Should().Equal(before);

        await Send(new PublishFlow(Admin, "one", new PublishFlowRequest()));
        (await Import(File("one.json", Flow("one", "One more")))).Flows.Single().Should().BeEquivalentTo(new { Version = 2, State = ImportState.Changed, Name = "One more" });
    }

    [Fact]
    public async Task gives_back_what_came_in()
    {
        await Import(File("one.json", Flow("one", "一號 / One")));

        var export = await Send(new ExportFlow(Admin, "one", null));

        export.FileName.Should().Be("一號---one.json");
        var (came, goes) = (JsonNode.Parse(Flow("one", "一號 / One"))!.AsObject(), JsonNode.Parse(export.Content)!.AsObject());
        JsonNode.DeepEquals(came["root"], goes["root"]).Should().BeTrue();
        JsonNode.DeepEquals(came["kept"], goes["kept"]).Should().BeTrue();
        Encoding.UTF8.GetString(export.Content).Should().Contain("1.50").And.Contain("一號");
    }

    [Fact]
    public async Task packed_together_by_an_export_come_in_again_unchanged()
    {
        await Import(File("one.json", Flow("one", "Same name?")), File("two.json", Flow("two", "Same name!")));
        var ids = (await Send(new ListFlows(Admin, null, 1_000))).Items.Where(flow => flow.DefinitionId is "one" or "two").Select(flow => flow.Id).ToList();

        var set = await Send(new ExportFlows(Admin, ids));
        var again = await Import(new UploadedFile(set.FileName, set.Content));

        set.MediaType.Should().Be("application/zip");
        again.Flows.Should().HaveCount(2).And.OnlyContain(flow => flow.State == ImportState.Unchanged);
    }

    [Fact]
    public async Task stands_or_falls_as_a_whole_and_names_every_file_that_cannot_be_read()
    {
        var refusal = await Refused(File("good.json", Flow("good", "Good")), File("text.json", "no json"), File("root.json", """{ "name": "x" }"""), File("empty.json", ""), File("two.json", """{ "activities": [ { "activityId": "1" } ] }"""));

        refusal.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(
            ("FlowFormat", "text.json: line 1, column 2"), ("FlowFormat", "root.json: $.root"), ("FileEmpty", "empty.json"), ("FlowFormat", "two.json: $.activities"));
        refusal.Faults[3].Message.Should().Contain("Elsa 2");
    }

    [Fact]
    public async Task undoes_all_of_a_set_when_the_last_one_cannot_be_stored()
    {
        await Import(File("here.json", Flow("here", "Taken")));

        var refusal = await Refused(File("one.json", Flow("one", "One")), File("two.json", Flow("two", "Taken")));

        refusal.Code.Should().Be("FlowNameTaken");
        refusal.Where.Should().Be("two.json");
    }

    [Fact]
    public async Task refuses_a_definition_that_stands_twice_in_a_set() =>
        (await Refused(File("a.json", Flow("one", "A")), File("b.json", Flow("one", "B")))).Should().BeEquivalentTo(new { Code = "DefinitionTwice", Where = "b.json" });

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("a/../../evil.json")]
    [InlineData("/etc/evil.json")]
    [InlineData("C:\\evil.json")]
    [InlineData("..\\evil.json")]
    [InlineData("a/./b.json")]
    public async Task refuses_a_set_whose_names_lead_out_of_it(string entry)
    {
        var refusal = await Refused(Zip("set.zip", ("good.json", Flow("good", "Good")), (entry, Flow("evil", "Evil"))));

        refusal.Code.Should().Be("ArchiveNameUnsafe");
        refusal.Where.Should().Be($"set.zip: {entry}");
    }

    [Fact]
    public async Task counts_what_an_archive_unpacks_to_whatever_it_says_itself()
    {
        var bomb = Zip("bomb.zip", ("bomb.json", new string(' ', PackedSet.MaxFileBytes + 1)));
        var many = Zip("many.zip", [.. Enumerable.Range(0, 5).Select(number => ($"{number}.json", Flow($"f{number}", $"F{number}") + new string(' ', PackedSet.MaxFileBytes - 1_000)))]);

        bomb.Content.Length.Should().BeLessThan(100_000);
        (await Refused(bomb)).Code.Should().Be("ArchiveTooLarge");
        (await Refused(many)).Code.Should().Be("ArchiveTooLarge");
        var quarter = Zip("quarter.zip", [.. Enumerable.Range(0, 2).Select(number => ($"{number}.json", Flow($"q{number}", $"Q{number}") + new string(' ', PackedSet.MaxFileBytes - 1_000)))]);
        (await Refused(quarter, quarter, quarter)).Faults.Should().Contain(fault => fault.Code == "ArchiveTooLarge", "many archives get no more than one");
        (await Refused(Zip("entries.zip", [.. Enumerable.Range(0, UnpackBudget.MaxEntries + 1).Select(number => ($"{number}.txt", ""))]))).Code.Should().Be("ArchiveTooLarge");
    }

    [Fact]
    public async Task refuses_what_is_neither_text_nor_a_readable_archive()
    {
        var set = Zip("set.zip", ("one.json", Flow("one", "One")));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Flow("one", "One")));
        }

        (await Refused(set with { Content = set.Content[..^30] })).Code.Should().Be("ArchiveBroken");
        (await Refused(new UploadedFile("flow.json", packed.ToArray()))).Code.Should().Be("FileTypeNotAllowed");
        (await Refused(new UploadedFile("picture.json", new byte[] { 0x89, 0x50, 0x4E, 0x47, 0xFF }))).Code.Should().Be("FileTypeNotAllowed");
        (await Refused(Zip("nested.zip", ("inner.zip", "PK")))).Code.Should().Be("NoDefinitions");
        (await Refused(Zip("nested.zip", ("inner.json", "PK\u0003\u0004")))).Code.Should().Be("FlowFormat");
        (await Refused()).Code.Should().Be("NoDefinitions");
    }

    [Fact]
    public async Task needs_the_administrator_of_the_whole_centre()
    {
        var clerk = await AccessOf("wang.wei");

        await FluentActions.Awaiting(() => Send(new ImportFlows(clerk, [File("one.json", Flow("one", "One"))]))).Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task knows_the_definitions_of_the_set_and_those_of_the_centre()
    {
        const string Use = """{ "id": "use", "type": "Sub", "version": 7, "workflowDefinitionId": "sub", "workflowDefinitionVersionId": "x", "latestAvailablePublishedVersion": 7 }""";

        (await Import(File("main.json", Flow("main", "Main", Use)))).Flows.Single().Findings.Should().ContainSingle().Which.Sentence.En.Should().Contain("publish it first");
        (await Import(File("main.json", Flow("main", "Main", Use)), File("sub.json", Flow("sub", "Sub")))).Flows[0].Findings.Should().BeEmpty();
        await Send(new PublishFlow(Admin, "sub", new PublishFlowRequest()));
        (await Import(File("main.json", Flow("main", "Main", Use)))).Flows.Single().Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task lists_what_has_no_name_under_its_id()
    {
        var report = await Import(File("x.json", """{ "definitionId": "nameless", "root": { "id": "r", "type": "Elsa.Sequence" } }"""));

        report.Flows.Single().Name.Should().Be("nameless");
    }
}
