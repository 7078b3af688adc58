using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests;

/// <summary>Base of tests in the shipped centre, in which people send commands.</summary>
public abstract class CentreTest(PostgresServer server) : DatabaseTest(server)
{
    /// <summary>The user <c>admin</c>.</summary>
    protected Access Admin { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Admin = await AccessOf("admin");
    }

    protected async Task<Access> AccessOf(string userName) =>
        await Services.Get<OrgDirectory>().AccessOf(userName) ?? throw new InvalidOperationException($"There is no active user {userName}.");

    protected async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = Services.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private protected override Task<string> NewDatabase(PostgresServer server) => server.NewCentre();
}
