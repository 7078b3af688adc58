using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApprovalEngine.Crash;

/// <summary>Cases of long ago, received during the run with a clock that is behind: their timers and alerts are due at once, and the hosts bring them about.</summary>
internal sealed class OldCases(string connectionString, Ledger ledger) : IAsyncDisposable
{
    private const string Clerk = "zhou.na";

    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(new Behind(TimeSpan.FromDays(40)))
        .AddApproval(connectionString)
        .BuildServiceProvider();

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public async Task ReceiveAsync(CancellationToken until)
    {
        for (var number = 0; !until.IsCancellationRequested; number++)
        {
            var received = await SendAsync("receive", $"old-{number}", access => key => new ReceiveCase(access, key, new ReceiveCaseRequest
            {
                Item = "YC-BDC-0004",
                Applicant = new CaseApplicant("Person", "張三豐"),
                Form = new() { ["address"] = "天府大道1号" },
            }));
            if (received is { OpenTasks: [var task, ..] })
            {
                await SendAsync("complete", $"old-{number}-accept", access => key => new CompleteTask(access, key, task, "Accepted", null, null));
            }

            await Task.Delay(150, CancellationToken.None);
        }
    }

    private async Task<CaseMoved?> SendAsync(string act, string key, Func<Access, Func<string, IRequest<CaseMoved>>> request)
    {
        while (true)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                var access = await services.GetRequiredService<OrgDirectory>().AccessOf(Clerk);
                var moved = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request(access!)(key));
                ledger.Add(new Answered(Clerk, key, act, moved.CaseId, moved.Version));
                return moved;
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException or IOException or InvalidOperationException { InnerException: NpgsqlException } or ConflictException { Code: "RequestInFlight" })
            {
                ledger.Retry();
                await Task.Delay(200);
            }
            catch (ApprovalException)
            {
                // Accepted by silence meanwhile: a host's sweep was faster.
                return null;
            }
        }
    }

    private sealed class Behind(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - by;
    }
}
