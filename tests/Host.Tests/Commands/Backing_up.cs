namespace Host.Tests.Commands;

/// <summary>On data folders of its own, on which the commands start and stop the private server.</summary>
public sealed class Backing_up : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Archive => Path.Combine(folder.Path, "backup.zip");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task restores_into_an_empty_database_with_equal_figures_and_a_green_trail_and_into_no_other()
    {
        (await Run("demo", "--cases", "60", "--month", "2026-03")).ExitCode.Should().Be(0);
        var written = await Run("backup", Archive, "--json");
        var before = await Figures(Data);

        var refused = await Run("restore", Archive);
        var elsewhere = Data + "2";
        var restored = await Approval.Run("restore", Archive, "--json", "--data", elsewhere);

        written.ExitCode.Should().Be(0, written.Error);
        refused.ExitCode.Should().Be(3);
        refused.Error.Should().Contain("not empty");
        restored.ExitCode.Should().Be(0, restored.Error);
        restored.Json.GetProperty("rows").GetInt64().Should().Be(written.Json.GetProperty("rows").GetInt64());
        (await Figures(elsewhere)).Should().Be(before);
        (await Approval.Run("audit", "verify", "--data", elsewhere)).ExitCode.Should().Be(0);
        (await Approval.Run("stats", "rebuild", "--data", elsewhere)).Output.Should().Contain("identical");
        (await Approval.Run("demo", "--cases", "70", "--month", "2026-03", "--data", elsewhere)).ExitCode.Should().Be(0, "numbers go on where they stood");
    }

    [Fact]
    public async Task finds_archives_that_are_cut_off_or_changed_in_any_byte()
    {
        (await Run("backup", Archive)).ExitCode.Should().Be(0);
        var bytes = await File.ReadAllBytesAsync(Archive, Cancel);

        (await Verify(bytes)).ExitCode.Should().Be(0);
        (await Verify(bytes[..^1])).ExitCode.Should().Be(2);
        (await Verify(bytes[..(bytes.Length / 2)])).ExitCode.Should().Be(2);
        foreach (var at in new[] { 0, bytes.Length / 3, bytes.Length - 200, bytes.Length - 1 })
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 1;
            var answer = await Verify(changed);
            answer.ExitCode.Should().Be(2, $"byte {at} is another one");
            answer.Error.Should().Contain("checksum");
        }
    }

    private Task<Approval> Run(params string[] arguments) => Approval.Run([.. arguments, "--data", Data]);

    private static async Task<string> Figures(string data) => (await Approval.Run("stats", "--from", "2026-03-01", "--to", "2026-03-31", "--json", "--data", data)).Output;

    private async Task<Approval> Verify(byte[] bytes)
    {
        var file = Archive + ".copy";
        await File.WriteAllBytesAsync(file, bytes, Cancel);
        return await Approval.Run("restore", file, "--verify");
    }
}
