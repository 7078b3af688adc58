using ApprovalEngine.Crash;

namespace Host.Tests.Crashes;

/// <summary>The short form of `tests/crash`: each kind of blow falls twice.</summary>
public sealed class Two_hosts_struck_down_under_load
{
    private const int Blows = 8;

    [Fact]
    public async Task lose_nothing_and_double_nothing()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Path);
        var plan = new CrashPlan { Seed = 20261125, Blows = Blows, Workers = 4 };

        var report = await new CrashRun(plan, folder.Path, TestContext.Current.SendDiagnosticMessage).RunAsync();

        report.Findings.Should().BeEmpty();
        report.Recoveries.Values.Sum(times => times.Count).Should().Be(Blows);
        report.Answers.Should().BePositive();
    }
}
