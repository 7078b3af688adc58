using System.Collections.Frozen;
using System.Collections.Immutable;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Units, people, posts and rights of a centre at one moment: who is called what, who is above whom, who may answer.</summary>
public sealed class CentreDirectory
{
    private readonly FrozenDictionary<string, UnitEntry> byCode;
    private readonly FrozenDictionary<int, UnitEntry> byId;
    private readonly FrozenDictionary<string, PersonEntry> people;

    internal CentreDirectory(CentreEntry centre, IEnumerable<UnitEntry> units, IEnumerable<PersonEntry> people, IEnumerable<PostEntry> posts, IEnumerable<AbsenceEntry> absences)
    {
        Absences = [.. absences.OrderBy(absence => absence.FromOn).ThenBy(absence => absence.AbsenceId)];
        Centre = centre;
        Units = [.. units.OrderBy(unit => unit.Code, StringComparer.Ordinal)];
        People = [.. people.OrderBy(person => person.UserName, StringComparer.Ordinal)];
        Posts = [.. posts.OrderBy(post => post.Code, StringComparer.Ordinal)];
        byCode = Units.ToFrozenDictionary(unit => unit.Code);
        byId = Units.ToFrozenDictionary(unit => unit.UnitId);
        this.people = People.ToFrozenDictionary(person => person.UserName);
    }

    /// <summary>The centre itself.</summary>
    public CentreEntry Centre { get; }

    /// <summary>All units by code.</summary>
    public ImmutableArray<UnitEntry> Units { get; }

    /// <summary>All people by user name.</summary>
    public ImmutableArray<PersonEntry> People { get; }

    /// <summary>All posts by code.</summary>
    public ImmutableArray<PostEntry> Posts { get; }

    /// <summary>Absences that last or are to come, by their first day.</summary>
    public ImmutableArray<AbsenceEntry> Absences { get; }

    /// <summary>The profiles of supervision levels: what ships, and what the centre has set otherwise or has of its own, each in its newest version.</summary>
    public ImmutableArray<LevelProfile> Levels { get; init; } = [.. LevelProfiles.All];

    /// <summary>The profile of a code; null when there is none.</summary>
    public LevelProfile? FindLevels(string code) => Levels.FirstOrDefault(profile => profile.Code == code);

    /// <summary>The levels by which cases of an item are watched: its own choice, else the centre's.</summary>
    /// <param name="ofItem">Code of the profile that the item has chosen; null for none.</param>
    /// <param name="ofCentre">Code of the centre's.</param>
    /// <exception cref="NotFoundException">There is none of that code.</exception>
    public LevelProfile LevelsOf(string? ofItem, string ofCentre) => FindLevels(ofItem ?? ofCentre) ?? throw new NotFoundException("LevelProfile", ofItem ?? ofCentre);

    /// <summary>The unit above all others: rights on what belongs to the whole centre are held here.</summary>
    public UnitEntry Root => Units.First(unit => unit.ParentId is null);

    /// <summary>The unit of a code.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public UnitEntry Unit(string code) => FindUnit(code) ?? throw new NotFoundException("OrgUnit", code);

    /// <summary>The unit of a key.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public UnitEntry Unit(int unitId) => FindUnit(unitId) ?? throw new NotFoundException("OrgUnit", unitId);

    /// <summary>The unit of a code; null when there is none.</summary>
    public UnitEntry? FindUnit(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The unit of a key; null when there is none.</summary>
    public UnitEntry? FindUnit(int unitId) => byId.GetValueOrDefault(unitId);

    /// <summary>The person of a user name; null when there is none.</summary>
    public PersonEntry? FindPerson(string userName) => people.GetValueOrDefault(userName);

    /// <summary>The active people to whom a task for this role (and post) at this unit is offered.</summary>
    public IEnumerable<PersonEntry> Holders(UnitEntry unit, Role role, string? post = null) => People.Where(person => person.Answers(unit, role, post));

    /// <summary>Whom a person stands in for on a day.</summary>
    public IEnumerable<Deputyship> DeputyshipsOf(string userName, DateOnly day) =>
        from absence in Absences
        where absence.Deputy == userName && absence.FromOn <= day && day <= absence.UntilOn
        let away = FindPerson(absence.UserName)
        where away is not null
        select new Deputyship(away.UserName, away.Posts, absence.FromOn, absence.UntilOn);

    /// <summary>Keys of all units that the person reaches through one of the roles: for <c>unit_id = any(…)</c> in every list query.</summary>
    public int[] UnitsIn(Access access, params ReadOnlySpan<Role> roles)
    {
        if (access.IsSystem)
        {
            return [.. Units.Select(unit => unit.UnitId)];
        }

        var wanted = roles.ToArray();
        var paths = access.Grants.Where(grant => wanted.Contains(grant.Role)).Select(grant => grant.UnitPath).Distinct().ToArray();
        return [.. Units.Where(unit => paths.Any(unit.IsWithin)).Select(unit => unit.UnitId)];
    }
}

/// <summary>A centre.</summary>
/// <param name="CentreId">Its key.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Zone">IANA name of the zone of its local dates.</param>
/// <param name="LevelProfile">Code of its profile of supervision levels.</param>
/// <param name="Settings">What it has decided about how it works.</param>
public sealed record CentreEntry(int CentreId, string Code, LocalText Name, string Zone, string LevelProfile, CentreSettings Settings);

/// <summary>A post.</summary>
/// <param name="Code">Its key in flows.</param>
/// <param name="Name">What it is called.</param>
public sealed record PostEntry(string Code, LocalText Name);
