using Host.Tests.Api;

namespace Host.Tests.Commands;

public sealed class Auditing_the_trail(RunningHost host) : CentreTest(host)
{
    private string Outside => Path.Combine(Data, "seals.jsonl");

    [Fact]
    public async Task seals_exports_verifies_and_compares_with_what_stands_outside()
    {
        var export = await Write("trail.jsonl", "");
        (await Run("audit", "seal")).Output.TrimEnd().Should().Be("nothing to seal yet");
        var exported = await Run("audit", "export", export, "--json");
        var sealing = await Run("audit", "seal");
        var green = await Run("audit", "verify");
        await File.WriteAllTextAsync(Outside, (await File.ReadAllTextAsync(export, TestContext.Current.CancellationToken)).Split('\n')[0] + "\n" + ForgedSeal + "\n", TestContext.Current.CancellationToken);
        var red = await Run("audit", "verify", "--json");

        exported.ExitCode.Should().Be(0, exported.Error);
        exported.Json.GetProperty("rows").GetInt64().Should().Be(0);
        (await File.ReadAllLinesAsync(export, TestContext.Current.CancellationToken)).Should().HaveCount(2, "nothing has happened yet: a head and an end");
        sealing.LastLine.Should().MatchRegex("^seal 1 of .*Z over 0 rows and 1 events: [0-9a-f]{64}$");
        green.ExitCode.Should().Be(0, green.Output);
        green.LastLine.Should().Be("0 cases, 0 rows, 1 seals, 0 rows not sealed yet, 0 findings");
        red.ExitCode.Should().Be(1, red.Error);
        red.Json.GetProperty("findings")[0].GetProperty("kind").GetString().Should().Be("SealMissing");
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("migrate")]
    [InlineData("migrate", "everything")]
    [InlineData("audit", "verify", "--seals", "no-such-file")]
    [InlineData("audit", "verify", "--since-seal", "7")]
    [InlineData("audit", "export", "x.jsonl", "--case", "no-such-case")]
    [InlineData("audit", "verify", "--since-seal", "-1")]
    [InlineData("audit", "export", "")]
    [InlineData("audit", "export", ".")]
    [InlineData("audit", "export", "no-such-folder/x.jsonl")]
    [InlineData("audit", "export", "/dev/null")]
    [InlineData("backup", ".")]
    [InlineData("backup", "no-such-folder/x.zip")]
    public async Task refuses_what_is_not_there(params string[] arguments) => (await Run(arguments)).ExitCode.Should().Be(2);

    [Fact]
    public async Task compares_with_no_file_in_which_no_seal_stands()
    {
        var other = await Write("other.txt", "something else");
        await Run("audit", "export", await Write("trail.jsonl", ""));
        (await Run("audit", "seal")).ExitCode.Should().Be(0);

        var refused = await Run("audit", "verify", "--seals", other);

        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("no seal stands in it");
    }

    [Fact]
    public async Task leaves_the_former_export_alone_when_it_cannot_make_a_new_one()
    {
        var export = await Write("trail.jsonl", "the former one");

        (await Run("audit", "export", export, "--since-seal", "7")).ExitCode.Should().Be(2);

        (await File.ReadAllTextAsync(export, TestContext.Current.CancellationToken)).Should().Be("the former one");
        Directory.GetFiles(Path.GetDirectoryName(export)!).Should().Equal(export);
    }

    private const string ForgedSeal =
        """{"type":"seal","centre":1,"no":9,"at":"2026-03-02T01:00:00.000000Z","fromNo":0,"toNo":9,"rows":1,"root":"00","events":0,"eventsRoot":"00","previous":"00","hash":"00"}""";
}
