using System.Linq.Expressions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Changes what every host keeps a copy of: one change of a centre after the other, each with its trace (decisions: copies follow a version in the centre).</summary>
internal static class CentreWrites
{
    /// <summary>Makes the change and leaves its trace, all or nothing.</summary>
    /// <param name="context">The database.</param>
    /// <param name="access">Who changes.</param>
    /// <param name="version">The version of the centre that the copies follow.</param>
    /// <param name="change">The change.</param>
    /// <param name="trace">What the trail says.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task WriteCentre(
        this ApprovalDbContext context, Access access, Expression<Func<Centre, int>> version, Func<ApprovalDbContext, Task> change, Trace trace, CancellationToken cancel)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var next = Expression.Lambda<Func<Centre, int>>(Expression.Add(version.Body, Expression.Constant(1)), version.Parameters);

        // Counting up locks the centre's row: the next change waits here and then sees this one.
        await context.Set<Centre>().Where(centre => centre.CentreId == access.CentreId).ExecuteUpdateAsync(centre => centre.SetProperty(version, next), cancel);
        await change(context);
        context.Record(access, trace.At, trace.Act, trace.Subject, trace.Payload);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What the trail of administrative acts says.</summary>
    internal sealed record Trace(DateTimeOffset At, EventAct Act, string Subject, object Payload);
}
