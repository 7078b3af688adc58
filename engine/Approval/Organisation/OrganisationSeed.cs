using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Brings the shipped organisation into an empty database: the centre, its tree, its posts and its people.</summary>
internal sealed class OrganisationSeed(ApprovalDbContext context, ILookupNormalizer normalizer, IPasswordHasher<User> hasher)
{
    /// <summary>The administrator of a new installation.</summary>
    public const string Admin = "admin";

    /// <summary>Adds the centre; null when there is one already.</summary>
    public async Task<Centre?> Run(OrganisationFile file, string adminPassword, string demoPassword, CancellationToken cancel)
    {
        if (await context.Set<Centre>().AnyAsync(cancel))
        {
            return null;
        }

        var centre = new Centre { Code = file.Centre.Code, Name = file.Centre.Name, Zone = file.Centre.Zone, LevelProfile = file.Centre.Profile, OrganisationVersion = 1 };
        context.Add(centre);
        await context.SaveChangesAsync(cancel);

        var units = AddUnits(centre, file);
        var posts = file.Posts.ToDictionary(post => post.Code, post => new Post { CentreId = centre.CentreId, Code = post.Code, Name = post.Name });
        context.AddRange(posts.Values);

        // Demo users share a password, so they may share its salted hash: hashing it for each would take most of the first start.
        var demoHash = hasher.HashPassword(new User(), demoPassword);
        var users = file.Users.Select(user => (File: user, Row: NewUser(centre, user.UserName, user.Name, demoHash))).ToList();
        var admin = NewUser(centre, Admin, "系统管理员", hasher.HashPassword(new User(), adminPassword));
        context.AddRange(users.Select(user => user.Row).Append(admin));
        await context.SaveChangesAsync(cancel);

        context.Add(new RoleGrant { CentreId = centre.CentreId, UserId = admin.Id, Role = Role.Administrator, UnitId = units[file.Units[0].Code].UnitId });
        foreach (var (user, row) in users)
        {
            context.AddRange(user.Grants.Select(grant => new RoleGrant { CentreId = centre.CentreId, UserId = row.Id, Role = grant.Role, UnitId = Named(units, grant.Unit, user).UnitId }));
            context.AddRange(user.Posts.Select(held => new PostHolding { CentreId = centre.CentreId, UserId = row.Id, UnitId = Named(units, held.Unit, user).UnitId, PostId = Named(posts, held.Post, user).PostId }));
        }

        await context.SaveChangesAsync(cancel);
        return centre;
    }

    private Dictionary<string, OrgUnit> AddUnits(Centre centre, OrganisationFile file)
    {
        var units = new Dictionary<string, OrgUnit>();
        foreach (var unit in file.Units)
        {
            var id = units.Count + 1;
            var parent = unit.Parent is null ? null : Named(units, unit.Parent, unit);
            units.Add(unit.Code, new OrgUnit { CentreId = centre.CentreId, UnitId = id, ParentId = parent?.UnitId, Code = unit.Code, Kind = unit.Kind, Name = unit.Name, Path = $"{parent?.Path ?? "/"}{id}/" });
        }

        context.AddRange(units.Values);
        return units;
    }

    private User NewUser(Centre centre, string userName, string displayName, string passwordHash) => new()
    {
        CentreId = centre.CentreId,
        UserName = userName,
        NormalizedUserName = normalizer.NormalizeName(userName),
        DisplayName = displayName,
        PasswordHash = passwordHash,
        SecurityStamp = Guid.NewGuid().ToString("N"),
        LockoutEnabled = true,
    };

    private static T Named<T>(Dictionary<string, T> known, string code, object whose) =>
        known.TryGetValue(code, out var found) ? found : throw new InvalidDataException($"{OrganisationFile.Name}: '{code}' is named by {whose} but not defined before it.");
}
