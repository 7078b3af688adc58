using System.Security.Cryptography;
using System.Text;
using Approval.Tests.Cases;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Contracts.Cases;

namespace Approval.Tests.Documents;

public sealed class Issuing_a_document(PostgresServer server) : CaseTest(server)
{
    private const string NoFont = "No font for documents on this machine (Debian: fonts-droid-fallback).";

    private static readonly bool HasFont = DocumentFont.Find(null).IsThere;

    [Fact]
    public async Task keeps_its_file_byte_for_byte_with_its_hash_in_the_trail()
    {
        Assert.SkipUnless(HasFont, NoFont);
        var (caseId, document) = await Issued();

        await Services.Get<OutboxDelivery>().RunAsync(Cancel);
        var first = await Send(new OpenDocument(await AccessOf(Clerk), caseId, document.No));
        Services.Time.Advance(TimeSpan.FromDays(3));
        var again = await Send(new OpenDocument(await AccessOf("auditor"), caseId, document.No));

        Encoding.ASCII.GetString(first.Content, 0, 5).Should().Be("%PDF-");
        again.Content.Should().Equal(first.Content);
        first.FileName.Should().EndWith($"{document.Number}.pdf");
        var hash = Convert.ToHexStringLower(SHA256.HashData(first.Content));
        (await Scalar<string>("select encode(sha256, 'hex') from document_file where case_id = $1", caseId)).Should().Be(hash);
        (await Scalar<string>("select payload::jsonb -> 'details' ->> 'sha256' from audit where case_id = $1 and act = 'DocumentWritten'", caseId)).Should().Be(hash);
        (await Scalar<long>("select count(*) from outbox")).Should().Be(0);
        (await Scalar<long>("select count(*) from admin_event where act = 'DocumentOpened'")).Should().Be(2);
    }

    [Fact]
    public async Task makes_one_file_however_many_open_it_at_once_before_it_is_there()
    {
        Assert.SkipUnless(HasFont, NoFont);
        var (caseId, document) = await Issued();
        var access = await AccessOf(Clerk);

        var opened = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(new OpenDocument(access, caseId, document.No))));
        await Services.Get<OutboxDelivery>().RunAsync(Cancel);

        opened.Select(file => Convert.ToHexString(SHA256.HashData(file.Content))).Distinct().Should().ContainSingle();
        (await Scalar<long>("select count(*) from audit where case_id = $1 and act = 'DocumentWritten'", caseId)).Should().Be(1);
    }

    [Fact]
    public async Task opens_to_those_who_may_see_the_case_only()
    {
        var (caseId, document) = await Issued();
        var stranger = await AccessOf("zhou.na");
        var clerk = await AccessOf(Clerk);

        var open = () => Send(new OpenDocument(stranger, caseId, document.No));
        var other = () => Send(new OpenDocument(clerk, caseId, 99));

        await open.Should().ThrowAsync<ForbiddenException>();
        await other.Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task works_without_a_font_but_says_that_it_cannot_be_printed()
    {
        var (caseId, _) = await Issued();
        var files = new DocumentFiles(Services.Get<CaseDatabase>(), Services.Get<CaseWorlds>(), Services.Get<CaseWriter>(), Services.Get<PublicAddress>(), new DocumentFont());

        var open = () => files.OpenAsync(1, caseId, 1, Cancel);

        (await open.Should().ThrowAsync<ConflictException>()).Which.Message.Should().Contain("fonts-droid-fallback");
        files.CanMake.Should().BeFalse();
    }

    [Fact]
    public void sets_every_character_in_a_font_that_has_it()
    {
        Assert.SkipUnless(HasFont, NoFont);
        var files = DocumentFont.Find(null).Files;

        foreach (var fonts in new[] { files, [.. files.Take(1)] })
        {
            // Droid Sans Fallback alone has neither letters nor digits: their full-width forms stand for them then.
            new DocumentLetters(fonts).Runs("编号：YC-0001 欧阳·买买提").Should().OnlyContain(run => run.Text.All(FontCoverage.Of(run.File).Has));
        }
    }

    [Fact]
    public void refuses_a_chosen_file_that_is_no_TrueType_font()
    {
        var find = () => DocumentFont.Find("/etc/hostname");

        find.Should().Throw<InvalidDataException>().WithMessage("*Documents:Font*");
    }

    [Fact]
    public async Task lets_anybody_check_its_number_and_code_and_its_file()
    {
        var (caseId, document) = await Issued();

        var genuine = (await Send(new CheckDocument($" {document.Number.ToLowerInvariant()} ", CodeText.Grouped(document.VerificationCode))))!;

        genuine.Title.Should().Be(document.Title);
        genuine.IssuedOn.Should().Be(new DateOnly(2026, 3, 2));
        (await Send(new CheckDocument(document.Number, "000000000000"))).Should().BeNull();
        (await Send(new CheckDocument("NOTHING", document.VerificationCode))).Should().BeNull();
        (await Send(new CheckFile(SHA256.HashData("forged"u8)))).Should().BeNull();
        Assert.SkipUnless(HasFont, NoFont);
        var file = await Send(new OpenDocument(await AccessOf(Clerk), caseId, document.No));
        (await Send(new CheckFile(SHA256.HashData(file.Content)))).Should().Be(genuine);
    }

    [Fact]
    public async Task does_not_hinder_the_replay_of_its_case()
    {
        Assert.SkipUnless(HasFont, NoFont);
        var (caseId, document) = await Issued();
        await Send(new OpenDocument(await AccessOf(Clerk), caseId, document.No));

        var replayed = await Services.Get<CaseHistory>().ReplayAsync(1, caseId, Cancel);

        replayed.Trail[^1].Act.Should().Be("DocumentWritten");
    }

    private async Task<(Guid CaseId, DocumentView Document)> Issued()
    {
        var accepted = await Accepted();
        var verified = await Answer(accepted.OpenTasks.Single(), "Verified");
        await Answer(verified.OpenTasks.Single(), "Complete");
        return (accepted.CaseId, (await Send(new CaseDetail(await AccessOf(Clerk), accepted.CaseId))).Documents.Single());
    }
}
