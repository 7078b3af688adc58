using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Documents;

/// <summary>A form can ask for files; the case has them as materials of its own.</summary>
public sealed class Files_at_a_field(PostgresServer server) : CaseTest(server)
{
    private const string Identity = "form.owners[1].identity";
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF");

    private const string Fields = """
        {"fields":[
          {"code":"photos","type":"Attachment","label":{"zh-Hans":"照片","zh-Hant":"照片","en":"Photographs"},"min":2,"max":3},
          {"code":"owners","type":"Group","label":{"zh-Hans":"所有人","zh-Hant":"所有人","en":"Owners"},"fields":[
            {"code":"name","type":"Text","required":true,"label":"Name"},
            {"code":"identity","type":"Attachment","required":true,"label":{"zh-Hans":"身份证","zh-Hant":"身份證","en":"ID card"}}]}]}
        """;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var item = await Send(new GetItem(Admin, InstantCopy, null));
        await Send(new PublishItem(Admin, InstantCopy, new(item.Content with { Form = JsonElement.Parse(Fields), Materials = JsonElement.Parse("[]") }, item.CurrentVersion)));
    }

    [Fact]
    public async Task are_materials_of_the_case_under_the_place_of_the_field()
    {
        var moved = await Receive(form: Filled());
        var clerk = await AccessOf(Clerk);

        await Send(new AddAttachment(clerk, null, moved.CaseId, Identity, "li.pdf", Pdf));

        var view = await Send(new CaseDetail(clerk, moved.CaseId));
        view.Materials.Should().Equal(new SuppliedMaterial("form.owners[0].identity"), new SuppliedMaterial(Identity));
        view.Attachments.Should().ContainSingle().Which.MaterialCode.Should().Be(Identity);
        (await FluentActions.Awaiting(() => Send(new AddAttachment(clerk, null, moved.CaseId, "form.owners[2].identity", "more.pdf", Pdf))).Should().ThrowAsync<RuleBrokenException>())
            .Which.Code.Should().Be("MaterialUnknown");
    }

    [Fact]
    public async Task stand_in_the_way_of_acceptance_while_they_are_faulty_and_the_applicant_is_told_their_name()
    {
        var moved = await Receive(form: Filled());
        var clerk = await AccessOf(Clerk);
        await Send(new AddAttachment(clerk, null, moved.CaseId, "form.owners[0].identity", "wang.pdf", Pdf));
        await Send(new AddAttachment(clerk, null, moved.CaseId, Identity, "li.pdf", Pdf));
        await Send(new SupplyMaterial(clerk, null, moved.CaseId, new(Identity, "Faulty")));

        (await FluentActions.Awaiting(() => Answer(moved.OpenTasks.Single(), "Accepted")).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal(("MaterialsMissing", Identity));

        await Send(new ApprovalEngine.Approval.Tasks.CompleteTask(clerk, null, moved.OpenTasks.Single(), "CorrectionNeeded", null, null, new([new(Identity, "Faulty", "blurred")])));
        var told = (await Progress(moved.CaseId)).Notice!.Papers.Should().ContainSingle().Subject;
        (told.Name.En, told.Name.ZhHant, told.IsFaulty, told.Words).Should().Be(("Owners 2 · ID card", "所有人 2 · 身份證", true, "blurred"));
    }

    [Fact]
    public async Task are_lacking_while_only_their_names_are_there()
    {
        var moved = await Receive(form: Filled());
        var clerk = await AccessOf(Clerk);
        await Send(new AddAttachment(clerk, null, moved.CaseId, Identity, "li.pdf", Pdf));

        (await FluentActions.Awaiting(() => Answer(moved.OpenTasks.Single(), "Accepted")).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Select(fault => fault.Where).Should().Equal("form.owners[0].identity");

        await Send(new AddAttachment(clerk, null, moved.CaseId, "form.owners[0].identity", "wang.pdf", Pdf));
        (await Answer(moved.OpenTasks.Single(), "Accepted")).Status.Should().Be("Open");
    }

    [Theory]
    [InlineData("""{"photos":["a.pdf"]}""", "FieldInvalid", "form.photos")]
    [InlineData("""{"photos":["a.pdf","b.pdf","c.pdf","d.pdf"]}""", "FieldInvalid", "form.photos")]
    [InlineData("""{"photos":"a.pdf"}""", "FieldInvalid", "form.photos")]
    [InlineData("""{"photos":["a.pdf"," "]}""", "FieldInvalid", "form.photos")]
    [InlineData("""{"owners":[{"name":"Li"}]}""", "FieldMissing", "form.owners[0].identity")]
    public async Task are_counted_and_asked_for_like_other_fields(string form, string code, string where) =>
        (await FluentActions.Awaiting(() => Receive(form: JsonNode.Parse(form)!.AsObject())).Should().ThrowAsync<RuleBrokenException>())
            .Which.Faults.Select(fault => (fault.Code, fault.Where)).Should().Equal((code, where));

    [Fact]
    public async Task come_in_no_more_places_than_a_case_has_room_for()
    {
        var owners = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => (JsonNode)new JsonObject { ["name"] = "Li", ["identity"] = new JsonArray("li.pdf") })]);

        (await FluentActions.Awaiting(() => Receive(form: new() { ["owners"] = owners })).Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("TooManyMaterials");

        (await Scalar<long>("select count(*) from cases")).Should().Be(0);
    }

    [Fact]
    public async Task have_codes_that_no_material_of_the_list_can_have()
    {
        var item = await Send(new GetItem(Admin, InstantCopy, null));
        var publish = () => Send(new PublishItem(Admin, InstantCopy, new(item.Content with { Materials = JsonElement.Parse("""[{"code":"form.photos"}]""") }, item.CurrentVersion)));

        (await publish.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("MaterialCodeOfForm");
    }

    private async Task<CaseProgress> Progress(Guid caseId)
    {
        var view = await Send(new CaseDetail(await AccessOf(Clerk), caseId));
        return (await Send(new FindProgress(view.Case.CaseNo, view.Inquiry!.Code)))!;
    }

    private static JsonObject Filled() => JsonNode.Parse("""{"owners":[{"name":"Wang","identity":["wang.pdf"]},{"name":"Li","identity":["li.pdf"]}]}""")!.AsObject();
}
