using System.IO.Compression;

namespace Host.Tests.Commands;

public sealed class Conforming_to_Elsa
{
    [Theory]
    [InlineData("counter.json.gz", "117 of 117 agree")]
    [InlineData("waits.json.gz", "95 of 95 agree", "--mode", "counter")]
    [InlineData("safe.json.gz", "197 of 197 agree")]
    public async Task holds_for_every_case_of(string file, string result, params string[] options)
    {
        var answer = await Approval.Run(["flow", "conform", Approval.Data($"conformance/{file}"), .. options]);

        answer.LastLine.Should().Be(result);
        answer.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task says_where_a_case_first_differs()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var file = Path.Combine(folder.Path, "wrong.json");
        await using var packed = new GZipStream(File.OpenRead(Approval.Data("conformance/safe.json.gz")), CompressionMode.Decompress);
        var text = await new StreamReader(packed).ReadToEndAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("\"Finished\"", "\"Cancelled\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var answer = await Approval.Run("flow", "conform", file);

        answer.ExitCode.Should().Be(1);
        answer.Output.Should().Contain("expected \"Cancelled\"");
    }

    [Fact]
    public async Task needs_files_that_are_there()
    {
        var answer = await Approval.Run("flow", "conform", "no-such-file.json");

        answer.ExitCode.Should().Be(2);
        answer.Error.Should().Be("no-such-file.json: there is no such file.\n");
    }
}
