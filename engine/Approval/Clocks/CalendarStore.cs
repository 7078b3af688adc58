using System.Collections.Concurrent;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Calendars;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>The working calendars of all centres, from memory. A version of a centre's set never changes.</summary>
public sealed class CalendarStore
{
    private readonly IDbContextFactory<ApprovalDbContext> contexts;
    private readonly CentreCache<WorkingCalendar> newest;
    private readonly ConcurrentDictionary<(int CentreId, int Version), WorkingCalendar> versions = new();

    /// <summary>Reads on first use.</summary>
    public CalendarStore(NpgsqlDataSource database, IDbContextFactory<ApprovalDbContext> contexts)
    {
        this.contexts = contexts;
        newest = new CentreCache<WorkingCalendar>(database, "calendar_version", (centreId, version, cancel) => Of(centreId, version, cancel).AsTask());
    }

    /// <summary>The calendar that counts now, at most a second old.</summary>
    public ValueTask<WorkingCalendar> Of(int centreId, CancellationToken cancel = default) => newest.Of(centreId, cancel);

    /// <summary>The calendar as it was at a version: what an explanation made then names.</summary>
    public async ValueTask<WorkingCalendar> Of(int centreId, int version, CancellationToken cancel = default) =>
        versions.TryGetValue((centreId, version), out var known)
            ? known
            : versions[(centreId, version)] = await Load(centreId, version, cancel);

    /// <summary>Has the copy checked before its next use.</summary>
    internal void Expire(int centreId) => newest.Expire(centreId);

    private async Task<WorkingCalendar> Load(int centreId, int version, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var zone = await context.Set<Centre>().Where(c => c.CentreId == centreId).Select(c => c.Zone).SingleAsync(cancel);
        return (await CalendarRows.Read(context, centreId, version, cancel)).Build(zone, version);
    }
}
