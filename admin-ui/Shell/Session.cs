using System.Globalization;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Live;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Who works here, and what codes are called: people, units, items.</summary>
public sealed class Session
{
    private static readonly LiveArea[] Named = [LiveArea.People, LiveArea.Items, LiveArea.Units];
    private readonly ApiClient api;
    private readonly Texts words;

    /// <summary>Of which others have named something anew since it was asked for.</summary>
    private readonly HashSet<LiveArea> stale = [];
    private Task? beginning;
    private Task freshening = Task.CompletedTask;
    private Dictionary<string, string> people = [];
    private Dictionary<string, UnitView> units = [];
    private IReadOnlyList<ItemListed> items = [];
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    /// <summary>By so much the server's clock is ahead of this computer's.</summary>
    private TimeSpan ahead;

    /// <summary>Of a person in this browser.</summary>
    /// <param name="api">Who is asked.</param>
    /// <param name="words">What the office calls what nobody has named.</param>
    /// <param name="live">Tells what others change.</param>
    public Session(ApiClient api, Texts words, LiveEvents live)
    {
        (this.api, this.words) = (api, words);
        live.AreasChanged += changed => stale.UnionWith(beginning is null ? [] : changed.Intersect(Named));
    }

    /// <summary>The person; null until the server has answered.</summary>
    public Me? Me { get; private set; }

    /// <summary>All units, by code.</summary>
    public IReadOnlyCollection<UnitView> Units => units.Values;

    /// <summary>All items, by code.</summary>
    public IReadOnlyList<ItemListed> Items => items;

    /// <summary>Names of the person's language.</summary>
    public static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>Asks who one is and what things are called, once; whoever needs it awaits it.</summary>
    public Task Begin() => beginning is { IsFaulted: false } ? beginning : beginning = Load();

    /// <summary>Asks once more for all of it: something that has a name was changed.</summary>
    public Task Refresh() => beginning = Load();

    /// <summary>Asks again for the names that others have changed; those that do not come are asked for the next time.</summary>
    public Task Freshen() => freshening = Freshen(freshening);

    /// <summary>Asks again who one is: the token for writes belongs to the sign-in.</summary>
    public async Task Renew() => Take(await api.Get<Me>("me"));

    /// <summary>Likewise after somebody may have signed in elsewhere.</summary>
    /// <exception cref="ApiException">Nobody has.</exception>
    public async Task Look() => Take(await api.GetSignedIn());

    /// <summary>Whether one of the roles is held somewhere.</summary>
    public bool Has(params Role[] roles) => Me?.Roles.Any(held => roles.Contains(held.Role)) == true;

    /// <summary>Codes of the units at which a role is held; it reaches down from there.</summary>
    public IEnumerable<string> UnitsOf(Role role) => Me?.Roles.Where(held => held.Role == role).Select(held => held.Unit).OfType<string>() ?? [];

    /// <summary>Whether a role that is held reaches a unit: it does where it is held at the unit, or above it.</summary>
    /// <param name="role">The role.</param>
    /// <param name="code">Code of the unit.</param>
    public bool Reaches(Role role, string code)
    {
        var held = UnitsOf(role).ToHashSet();
        for (var unit = units.GetValueOrDefault(code); unit is not null; unit = unit.Parent is { } above ? units.GetValueOrDefault(above) : null)
        {
            if (held.Contains(unit.Code))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the person may take in applications for what a unit handles, and by which way: at a window of theirs for any unit, by other ways for those that they reach. While it is not known who works here, the server decides.</summary>
    /// <param name="unit">Code of the unit that handles the item.</param>
    /// <param name="channel">The way; null for any.</param>
    public bool MayTakeIn(string unit, string? channel = null) =>
        Me is null || Reaches(Role.WindowClerk, unit) || Has(Role.Agent) || (channel is null or "Window" && Me.Windows is { Count: > 0 });

    /// <summary>Whether a role is held for the whole centre.</summary>
    public bool HasEverywhere(Role role) => UnitsOf(role).Any(code => units.TryGetValue(code, out var unit) && unit.Parent is null);

    /// <summary>What a person is called, or what the system does as one; programs by their user name.</summary>
    public string Name(string? userName) => userName is null ? "" : people.TryGetValue(userName, out var name) ? name : words.Find($"Actor.{userName}") ?? userName;

    /// <summary>Everybody by user name, with what they are called.</summary>
    public IReadOnlyDictionary<string, string> People => people;

    /// <summary>What a unit is called.</summary>
    public string Unit(string? code) => code is null ? "" : units.TryGetValue(code, out var unit) ? Say(unit.Name) : code;

    /// <summary>What an item is called.</summary>
    public string Item(string code) => items.FirstOrDefault(item => item.Code == code) is { } found ? Say(found.Name) : code;

    /// <summary>What a profile of supervision levels is called: by the centre, or as it ships.</summary>
    public string LevelsName(LevelProfileView profile) => profile.Name is { } own ? Say(own) : words.Find($"Levels.Of.{profile.Code}") ?? profile.Code;

    /// <summary>A text in the person's language.</summary>
    public static string Say(LocalText text) => text.In(Language);

    /// <summary>An instant at the centre's clock, to the minute.</summary>
    public string At(DateTimeOffset? at) => at is { } instant ? Local(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>An instant that this computer's clock told, at the centre's clock.</summary>
    public string AtHere(DateTimeOffset at) => At(at + ahead);

    /// <summary>The local day of an instant.</summary>
    public string On(DateTimeOffset? at) => at is { } instant ? Local(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    /// <summary>The centre's local date of an instant.</summary>
    public DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The instant at which a local day begins at the centre.</summary>
    public DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>Now, by the server's clock.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + ahead;

    /// <summary>Today at the centre.</summary>
    public DateOnly Today => Day(Now);

    private void Take(Me me)
    {
        (Me, api.RequestToken) = (me, me.RequestToken);

        // An answer may have waited for the program: within a minute both clocks are taken to agree.
        ahead = me.At - DateTimeOffset.UtcNow is { } apart && apart.Duration() > TimeSpan.FromMinutes(1) ? apart : TimeSpan.Zero;
    }

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);

    private async Task Load()
    {
        stale.Clear();
        await Task.WhenAll(Renew(), LoadPeople(), LoadItems(), LoadUnits());
        zone = TimeZoneInfo.FindSystemTimeZoneById(Me!.Zone);
    }

    private async Task Freshen(Task before)
    {
        await before;
        LiveArea[] areas = [.. stale];
        stale.Clear();
        try
        {
            await Task.WhenAll(areas.Select(area => area switch { LiveArea.People => LoadPeople(), LiveArea.Items => LoadItems(), _ => LoadUnits() }));
        }
        catch (ApiException)
        {
            stale.UnionWith(areas);
        }
    }

    private async Task LoadPeople() => people = (await api.Get<IReadOnlyList<PersonName>>("organisation/names")).ToDictionary(person => person.UserName, person => person.DisplayName);

    private async Task LoadItems() => items = await api.GetAll<ItemListed>("items");

    private async Task LoadUnits() => units = (await api.GetAll<UnitView>("organisation/units")).ToDictionary(unit => unit.Code);
}
