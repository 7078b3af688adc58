using System.Diagnostics;

namespace Host.Tests.EmbeddedPostgres;

public sealed class A_killed_host : PostgresTest
{
    [Fact]
    public async Task leaves_a_server_that_the_next_start_adopts()
    {
        var killed = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(ApprovalEngine.Host.EmbeddedPostgres.PrivatePostgres).Assembly.Location, "serve", "--data", Data, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        using var errors = killed.StandardError;
        await killed.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var before = Postmaster();
        killed.Kill();
        await killed.WaitForExitAsync(TestContext.Current.CancellationToken);

        await using (await Start())
        {
            Postmaster().Should().Be(before);
        }

        File.Exists(PidFile).Should().BeFalse("who adopts a server also stops it");
    }

    private string PidFile => Path.Combine(Data, "postgres", "postmaster.pid");

    private string Postmaster() => File.ReadLines(PidFile).First();
}
