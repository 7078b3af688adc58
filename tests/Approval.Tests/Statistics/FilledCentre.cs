using Approval.Tests.Demo;
using ApprovalEngine.Approval.Demo;

namespace Approval.Tests.Statistics;

/// <summary>A small centre with a month of work, made once for all tests of a class: they only ask.</summary>
public sealed class FilledCentre(PostgresServer server) : IAsyncLifetime
{
    public TestServices Services { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Services = await SmallCentre.Build(await server.NewDatabase(), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await Services.Get<DemoCentre>().Fill(new DemoOptions(Seed: 3, Cases: 60), null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();
}
