using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>Moves trial runs on, each in a transaction of its own.</summary>
internal sealed class TrialDesk(IDbContextFactory<ApprovalDbContext> contexts, FlowStore flows, CalendarStore calendars, TimeProvider time, ILogger<TrialDesk> log)
{
    private const int GroupSize = 100;

    /// <summary>So long a trial that cannot be moved on waits, behind all that can.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Writes a new run with its first step.</summary>
    public async Task Begin(TrialRun run, Stimulus.Start start, string actor, CancellationToken cancel)
    {
        var session = new TrialSession(run, await flows.Draft(run.CentreId, run.Document, cancel), await calendars.Of(run.CentreId, cancel));
        session.Act(run.CreatedAt, actor, start, new StepNote("TrialStarted"));
        await using var context = await contexts.CreateDbContextAsync(cancel);
        context.Add(run);
        context.AddRange(session.Steps);
        await context.SaveChangesAsync(cancel);
    }

    /// <summary>Lets something happen to a run.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="runId">The run.</param>
    /// <param name="act">Does it; tells how many waiting places it met.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotFoundException">There is no such run.</exception>
    /// <exception cref="ConflictException">Something else happened to it at the same moment.</exception>
    public async Task<int> Run(int centreId, Guid runId, Func<TrialSession, DateTimeOffset, int> act, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var run = await context.Set<TrialRun>().SingleOrDefaultAsync(one => one.CentreId == centreId && one.RunId == runId, cancel) ?? throw new NotFoundException("WorkflowInstance", runId);
        var session = new TrialSession(run, await flows.Draft(centreId, run.Document, cancel), await calendars.Of(centreId, cancel));
        var matched = 0;
        Refusals.Translated(() => matched = act(session, time.GetUtcNow()));
        context.AddRange(session.Steps);
        try
        {
            await context.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new ConflictException("TrialMovedOn", "Something else happened to the trial run at the same moment. Try again.");
        }

        return matched;
    }

    /// <summary>Fires the timers of trial runs that are due.</summary>
    public async Task Sweep(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = time.GetUtcNow();
        var due = await context.Set<TrialRun>().AsNoTracking().Where(run => run.DueAt != null && run.DueAt <= now).OrderBy(run => run.DueAt).Take(GroupSize)
            .Select(run => new { run.CentreId, run.RunId }).ToListAsync(cancel);
        foreach (var run in due)
        {
            try
            {
                await Run(run.CentreId, run.RunId, (session, at) => { session.CatchUp(at); return 1; }, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Broken trials must not hold up the others.
                log.LogWarning(fault, "Trial run {RunId} could not be moved on.", run.RunId);
                await context.Set<TrialRun>().Where(one => one.CentreId == run.CentreId && one.RunId == run.RunId && one.DueAt <= now)
                    .ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, now + Pause), cancel);
            }
        }
    }
}
