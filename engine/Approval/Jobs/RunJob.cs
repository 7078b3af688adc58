using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using Hangfire;
using Hangfire.Storage;
using MediatR;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>Has a job run now instead of at its next tick; one that is under way does its work once.</summary>
/// <param name="Access">Who asks: an administrator of the whole centre.</param>
/// <param name="Job">Name of the job.</param>
public sealed record RunJob(Access Access, string Job) : IRequest;

internal sealed class RunJobHandler(
    OrgDirectory directory, EventLog events, ILogger<RunJobHandler> log, Hangfire.JobStorage? storage = null, IRecurringJobManager? jobs = null)
    : AsyncRequestHandler<RunJob>
{
    protected override async Task Handle(RunJob request, CancellationToken cancellationToken)
    {
        var (access, job) = request;
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancellationToken)).Root);
        using var connection = storage?.GetConnection();
        if (connection?.GetRecurringJobs().Any(known => known.Id == job) != true)
        {
            throw new NotFoundException("Job", job);
        }

        await events.RecordAsync(access.CentreId, access.UserName, EventAct.JobTriggered, $"job/{job}", new { }, cancellationToken);
        try
        {
            jobs!.Trigger(job);
        }
        catch (Exception fault) when (!fault.IsOfDatabase())
        {
            log.LogError(fault, "The job {Job} could not be started.", job);
            throw new ConflictException("JobNotStarted", $"Job '{job}' could not be started now ({fault.Message}); its next tick comes all the same.");
        }
    }
}
