using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests.Statistics;

/// <summary>Base of tests that ask a small centre about a month of work.</summary>
public abstract class FilledCentreTest(FilledCentre centre) : IClassFixture<FilledCentre>
{
    protected async Task<Access> AccessOf(string user) => (await centre.Services.Get<OrgDirectory>().AccessOf(user))!;

    protected async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = centre.Services.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
