using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Supervision;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Knows every centre's organisation, from memory.</summary>
public sealed class OrgDirectory
{
    /// <summary>Whoever asks for a day may live in a zone behind the server's: what ended the day before yesterday ended everywhere.</summary>
    private const int DaysKept = 2;
    private readonly NpgsqlDataSource database;
    private readonly IDbContextFactory<ApprovalDbContext> contexts;
    private readonly CentreCache<CentreDirectory> centres;
    private readonly ConcurrentDictionary<string, int> centreOfUser = new();
    private readonly ConcurrentDictionary<string, int> centreOfCode = new();

    private readonly CalendarStore calendars;
    private readonly TimeProvider time;

    /// <summary>Reads on first use.</summary>
    public OrgDirectory(NpgsqlDataSource database, IDbContextFactory<ApprovalDbContext> contexts, CalendarStore calendars, TimeProvider time)
    {
        this.calendars = calendars;
        this.time = time;
        this.database = database;
        this.contexts = contexts;
        centres = new CentreCache<CentreDirectory>(database, "organisation_version", (centreId, _, cancel) => Load(centreId, cancel));
    }

    /// <summary>A centre's organisation, at most a second old.</summary>
    public ValueTask<CentreDirectory> Of(int centreId, CancellationToken cancel = default) => centres.Of(centreId, cancel);

    /// <summary>A centre's organisation, at most a second old, and not older than the version that a case was read with.</summary>
    internal ValueTask<CentreDirectory> Of(CentreRow centre) => centres.Of(centre.CentreId, centre.OrganisationVersion);

    /// <summary>The rights of a person; null when there is no such person, or none that may sign in.</summary>
    public async ValueTask<Access?> AccessOf(string userName, CancellationToken cancel = default)
    {
        if (await CentreOfUser(userName, cancel) is not { } centreId)
        {
            return null;
        }

        var directory = await Of(centreId, cancel);
        if (directory.FindPerson(userName) is not { IsActive: true } person)
        {
            return null;
        }

        var today = (await calendars.Of(centreId, cancel)).LocalDate(time.GetUtcNow());
        return new Access(userName, centreId, person.Grants, person.Posts) { Deputyships = [.. directory.DeputyshipsOf(userName, today)] };
    }

    /// <summary>Whether a sign-in still stands that was made under a stamp.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="stamp">The account's stamp when they signed in.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask<bool> Stands(string userName, string? stamp, CancellationToken cancel = default)
    {
        if (await CentreOfUser(userName, cancel) is not { } centreId)
        {
            return false;
        }

        if ((await Of(centreId, cancel)).FindPerson(userName)?.SignInStamp == stamp)
        {
            return true;
        }

        // The copy may be a moment old, and a sign-in newer than it.
        await using var command = database.CreateCommand("select security_stamp from users where user_name = $1");
        command.Parameters.Add(new() { Value = userName });
        return await command.ExecuteScalarAsync(cancel) is string current && current == stamp;
    }

    /// <summary>The key of a centre.</summary>
    /// <exception cref="NotFoundException">There is no centre of that code.</exception>
    public async ValueTask<int> CentreId(string code, CancellationToken cancel = default) =>
        await CentreOf(centreOfCode, "select centre_id from centre where code = $1", code, cancel) ?? throw new NotFoundException("Centre", code);

    /// <summary>Has the copy checked before its next use.</summary>
    internal void Expire(int centreId) => centres.Expire(centreId);

    private ValueTask<int?> CentreOfUser(string userName, CancellationToken cancel) => CentreOf(centreOfUser, "select centre_id from users where user_name = $1", userName, cancel);

    private async ValueTask<int?> CentreOf(ConcurrentDictionary<string, int> known, string sql, string key, CancellationToken cancel)
    {
        if (known.TryGetValue(key, out var centreId))
        {
            return centreId;
        }

        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = key });
        return await command.ExecuteScalarAsync(cancel) is int found ? known[key] = found : null;
    }

    private async Task<CentreDirectory> Load(int centreId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await using var oneMoment = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var centre = await context.Set<Centre>().SingleAsync(c => c.CentreId == centreId, cancel);
        var units = await context.Set<OrgUnit>().Where(u => u.CentreId == centreId)
            .Select(u => new UnitEntry(u.UnitId, u.ParentId, u.Code, u.Kind, u.Name, u.Path, u.IsActive)).ToListAsync(cancel);
        var paths = units.ToDictionary(unit => unit.UnitId, unit => unit.Path);
        var posts = await context.Set<Post>().Where(p => p.CentreId == centreId).ToListAsync(cancel);
        var codes = posts.ToDictionary(post => post.PostId, post => post.Code);
        var grants = (await context.Set<RoleGrant>().Where(g => g.CentreId == centreId).ToListAsync(cancel))
            .ToLookup(g => g.UserId, g => new Grant(g.Role, g.UnitId, paths[g.UnitId]));
        var holdings = (await context.Set<PostHolding>().Where(h => h.CentreId == centreId).ToListAsync(cancel))
            .ToLookup(h => h.UserId, h => new Holding(codes[h.PostId], h.UnitId, paths[h.UnitId]));
        var users = await context.Users.Where(u => u.CentreId == centreId).Select(u => new { u.Id, u.UserName, u.DisplayName, u.IsActive, u.SecurityStamp }).ToListAsync(cancel);
        var current = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-DaysKept);
        var absences = await context.Set<Absence>().Where(a => a.CentreId == centreId && a.UntilOn >= current)
            .Select(a => new AbsenceEntry(a.AbsenceId, a.UserName, a.Deputy, a.FromOn, a.UntilOn, a.Reason)).ToListAsync(cancel);
        return new CentreDirectory(
            new CentreEntry(centre.CentreId, centre.Code, centre.Name, centre.Zone, centre.LevelProfile, JsonSerializer.Deserialize<CentreSettings>(centre.Settings, JsonText.Options)!),
            units,
            users.Select(u => new PersonEntry(u.Id, u.UserName!, u.DisplayName, u.IsActive, [.. grants[u.Id]], [.. holdings[u.Id]], u.SecurityStamp)),
            posts.Select(p => new PostEntry(p.Code, p.Name)),
            absences)
        {
            Levels = await Levels(context, centreId, cancel),
        };
    }

    /// <summary>Each profile in its newest version; what ships stands for itself until the centre sets it otherwise.</summary>
    private static async Task<ImmutableArray<LevelProfile>> Levels(ApprovalDbContext context, int centreId, CancellationToken cancel)
    {
        var set = await context.Set<LevelProfileVersion>().Where(row => row.CentreId == centreId).ToListAsync(cancel);
        var newest = set.GroupBy(row => row.Code).Select(same => same.MaxBy(row => row.Version)!)
            .Select(row => new LevelProfile(row.Code, row.Version, [.. row.Rules.Select(rule => LevelRules.Rule(rule)!)]) { Name = row.Name }).ToDictionary(profile => profile.Code);
        return [.. LevelProfiles.All.Select(profile => newest.GetValueOrDefault(profile.Code, profile)), .. newest.Values.ExceptBy(LevelProfiles.All.Select(profile => profile.Code), profile => profile.Code).OrderBy(profile => profile.Code, StringComparer.Ordinal)];
    }
}
