using System.IO.Compression;
using System.Text;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;

namespace Approval.Tests.Documents;

public sealed class Checking_a_file
{
    [Fact]
    public void goes_by_its_content_not_by_its_name() =>
        AttachmentCheck.TypeOf("letter.docx", Encoding.ASCII.GetBytes("%PDF-1.7 …")).Should().Be(AttachmentType.Pdf);

    [Theory]
    [InlineData("photo.png", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("form.pdf", "<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("run.pdf", "MZ\u0090")]
    [InlineData("notes.txt", "plain words")]
    public void refuses_what_a_browser_or_machine_could_run(string name, string content)
    {
        var act = () => AttachmentCheck.TypeOf(name, Encoding.UTF8.GetBytes(content));

        act.Should().Throw<RuleBrokenException>().Which.Code.Should().Be("FileTypeNotAllowed");
    }

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("OFD.xml", "application/ofd")]
    public void looks_into_packages(string entry, string mediaType) => AttachmentCheck.TypeOf("a", Package(entry)).MediaType.Should().Be(mediaType);

    [Fact]
    public void refuses_macros_and_other_archives()
    {
        foreach (var package in new[] { Package("word/document.xml", "word/vbaProject.bin"), Package("virus.exe"), Encoding.ASCII.GetBytes("PK\u0003\u0004 cut off") })
        {
            var act = () => AttachmentCheck.TypeOf("a.docx", package);
            act.Should().Throw<RuleBrokenException>().Which.Code.Should().Be("FileTypeNotAllowed");
        }
    }

    [Fact]
    public void has_a_largest_size()
    {
        var act = () => AttachmentCheck.TypeOf("big.pdf", new byte[AttachmentCheck.MaxBytes + 1]);

        act.Should().Throw<RuleBrokenException>().Which.Code.Should().Be("FileTooLarge");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\身份證.pdf", "身份證.pdf")]
    [InlineData("a\r\nb.pdf", "ab.pdf")]
    public void keeps_only_a_plain_name(string given, string kept) => AttachmentCheck.NameOf(given).Should().Be(kept);

    private static byte[] Package(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var package = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                package.CreateEntry(entry);
            }
        }

        return stream.ToArray();
    }
}
