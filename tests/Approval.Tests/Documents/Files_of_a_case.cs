using System.Text;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Documents;

public sealed class Files_of_a_case(PostgresServer server) : CaseTest(server)
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 scanned");

    [Fact]
    public async Task come_back_as_they_were_and_leave_a_trace()
    {
        var moved = await Receive();

        var added = await Send(new AddAttachment(await AccessOf(Clerk), "scan-1", moved.CaseId, "id", "身份證.png", Pdf));
        var again = await Send(new AddAttachment(await AccessOf(Clerk), "scan-1", moved.CaseId, "id", "身份證.png", Pdf));
        var opened = await Send(new OpenAttachment(await AccessOf("auditor"), moved.CaseId, added.AttachmentId));

        again.AttachmentId.Should().Be(added.AttachmentId);
        opened.Content.ToArray().Should().Equal(Pdf);
        opened.MediaType.Should().Be("application/pdf");
        (await Send(new CaseDetail(await AccessOf(Clerk), moved.CaseId))).Attachments.Should().ContainSingle();
        (await Scalar<string>("select actor from admin_event where act = 'AttachmentOpened'")).Should().Be("auditor");
    }

    [Fact]
    public async Task are_closed_to_strangers()
    {
        var moved = await Receive();
        var added = await Send(new AddAttachment(await AccessOf(Clerk), null, moved.CaseId, null, "a.pdf", Pdf));
        var stranger = await AccessOf("zhou.na");

        var open = () => Send(new OpenAttachment(stranger, moved.CaseId, added.AttachmentId));
        var add = () => Send(new AddAttachment(stranger, null, moved.CaseId, null, "a.pdf", Pdf));

        await open.Should().ThrowAsync<ForbiddenException>();
        await add.Should().ThrowAsync<ForbiddenException>();
    }

    [Fact]
    public async Task leave_nothing_when_they_are_refused()
    {
        var moved = await Receive();
        var access = await AccessOf(Clerk);

        var act = () => Send(new AddAttachment(access, null, moved.CaseId, null, "a.pdf", Encoding.ASCII.GetBytes("<html>")));

        await act.Should().ThrowAsync<RuleBrokenException>();
        (await Scalar<long>("select count(*) from attachment")).Should().Be(0);
        (await Scalar<int>("select version from cases where case_id = $1", moved.CaseId)).Should().Be(1);
    }

    [Fact]
    public async Task come_in_only_while_it_is_under_way_and_up_to_a_number()
    {
        var moved = await Receive();
        var clerk = await AccessOf(Clerk);
        await Run($"""
            insert into attachment (centre_id, attachment_id, case_id, file_name, media_type, size, sha256, content, uploaded_at, uploaded_by)
            select 1, gen_random_uuid(), $1, 'a.pdf', 'application/pdf', 1, '', '', now(), 'x' from generate_series(1, {AddAttachmentHandler.MostFiles - 1})
            """, moved.CaseId);
        var add = () => Send(new AddAttachment(clerk, null, moved.CaseId, null, "a.pdf", Pdf));

        await add();
        (await add.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CaseFilesFull");
        await Run("delete from attachment");
        await Run($"""
            insert into attachment (centre_id, attachment_id, case_id, file_name, media_type, size, sha256, content, uploaded_at, uploaded_by)
            values (1, gen_random_uuid(), $1, 'a.pdf', 'application/pdf', {AddAttachmentHandler.MostBytes}, '', '', now(), 'x')
            """, moved.CaseId);
        (await add.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("CaseFilesFull");
        await Run("delete from attachment");
        await Send(new EndCase(clerk, null, moved.CaseId, "Withdrawn", "back"));

        (await add.Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("CaseEnded");
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2027-03-01")]
    public async Task materials_are_not_promised_for_a_day_that_is_over_or_not_before_the_case_is_due(string day)
    {
        var (moved, access) = (await Accepted(), await AccessOf(Clerk));

        var act = () => Send(new SupplyMaterial(access, null, moved.CaseId, new SuppliedMaterial("id", "Deferred", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));

        (await act.Should().ThrowAsync<RuleBrokenException>()).Which.Code.Should().Be("PromiseInvalid");
    }

    [Fact]
    public async Task materials_are_recorded_by_the_window_that_took_the_case_in_for_another_unit()
    {
        var window = await AccessOf("zhang.hui");
        var moved = await Send(new ReceiveCase(window, null, new() { Item = "YC-DA-0001", Applicant = new CaseApplicant("Person", "张三"), Window = "YC-SCJG-W1", Form = new() { ["fileNumber"] = "2026-1" } }));

        await Send(new SupplyMaterial(window, null, moved.CaseId, new SuppliedMaterial("id")));

        (await Send(new CaseDetail(window, moved.CaseId))).Acts.Should().Contain("Withdrawn");
    }

    [Fact]
    public async Task materials_deferred_become_supplied()
    {
        var moved = await Receive();
        var access = await AccessOf(Clerk);
        await Send(new SupplyMaterial(access, null, moved.CaseId, new SuppliedMaterial("id", "Deferred", new DateOnly(2026, 3, 4))));

        await Send(new SupplyMaterial(access, null, moved.CaseId, new SuppliedMaterial("id")));

        (await Send(new CaseDetail(access, moved.CaseId))).Materials.Should().Equal(new SuppliedMaterial("id"));
    }
}
