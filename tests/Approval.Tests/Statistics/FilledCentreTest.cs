using Approval.Tests.Demo;
using ApprovalEngine.Approval.Demo;
using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests.Statistics;

/// <summary>Base of tests that ask a small centre about a month of work.</summary>
public abstract class FilledCentreTest(PostgresServer server) : IAsyncLifetime
{
    private TestServices services = null!;

    public async ValueTask InitializeAsync()
    {
        services = await SmallCentre.Build(await server.NewDatabase(), new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        await services.Get<DemoCentre>().Fill(new DemoOptions(Seed: 3, Cases: 60), null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return services.DisposeAsync();
    }

    protected async Task<Access> AccessOf(string user) => (await services.Get<OrgDirectory>().AccessOf(user))!;

    protected async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = services.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
