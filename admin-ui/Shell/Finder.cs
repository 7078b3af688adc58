using System.Globalization;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>What a person can mean by what they type. A date stands for the cases due that day.</summary>
/// <param name="session">Whose places, items and commands.</param>
/// <param name="texts">The person's language.</param>
/// <param name="appearance">What is chosen and done under the own name.</param>
public sealed class Finder(Session session, Texts texts, Appearance appearance)
{
    /// <summary>First letters of the pinyin of the items' names, in the order of the items.</summary>
    public IReadOnlyList<string> Initials { get; set; } = [];

    /// <summary>The date that was typed, whatever stands beside it; null for none.</summary>
    public static DateOnly? Day(string text) => text.Split([' ', '\t', '　', '?', '？'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => DateOnly.TryParseExact(word, ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
        .FirstOrDefault(day => day is not null);

    /// <summary>What is found, by headings: for an empty box the places.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="cases">What the server has found for it.</param>
    public IReadOnlyList<Found> Find(string text, IReadOnlyList<CaseListed> cases)
    {
        var wanted = text.Trim();
        return [.. DueOn(text), .. cases.Select(Case), .. Applicants(wanted, cases), .. Places().Where(place => IsIn(place.Title, wanted)), .. wanted.Length > 0 ? Items(wanted).Concat(Commands().Where(one => IsIn(one.Title, wanted) || IsIn(one.More, wanted))) : []];
    }

    private static bool IsIn(string text, string wanted) => text.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Found> DueOn(string text) =>
        Day(text) is { } day ? [new(FoundKind.Cases, texts["Search.Due", day.Iso()], "", "calendar", $"office/cases?due={day.Iso()}&sort={CaseSort.Due}")] : [];

    private static Found Case(CaseListed one) => new(FoundKind.Cases, $"{one.CaseNo} {one.Applicant}", Session.Say(one.ItemName), "cases", $"office/cases/{one.CaseId}");

    private IEnumerable<Found> Applicants(string wanted, IReadOnlyList<CaseListed> cases) => cases.Select(one => one.Applicant).Where(name => IsIn(name, wanted)).Distinct()
        .Select(name => new Found(FoundKind.Applicants, name, texts["Search.AllCases"], "person", $"office/cases?search={Uri.EscapeDataString(name)}"));

    private IEnumerable<Found> Places() => Place.For(session).Select(place => new Found(FoundKind.Places, texts[place.Word], place.Key is { } key ? $"g {key}" : "", place.Icon, place.Address));

    /// <summary>By name, code or the initials of the pinyin; each leads to where the person works with items.</summary>
    private IEnumerable<Found> Items(string wanted)
    {
        var (place, address) = session.Has(Role.WindowClerk, Role.Agent) ? ("Nav.Intake", "office/intake?item=") : session.Has(Role.Administrator) ? ("Nav.Items", "office/admin/items/") : ("Nav.Cases", "office/cases?item=");
        return session.Items.Where((item, at) => IsIn(Session.Say(item.Name), wanted) || IsIn(item.Code, wanted) || (at < Initials.Count && IsIn(Initials[at], wanted)))
            .Select(item => new Found(FoundKind.Items, Session.Say(item.Name), texts[place], "items", address + Uri.EscapeDataString(item.Code)));
    }

    private IEnumerable<Found> Commands() => [.. OfWork(), .. OfOversight(), .. OfAdministration(), .. OfOneself()];

    private IEnumerable<Found> OfWork() => Place.WorksOnTasks(session)
        ? Enum.GetValues<InboxTab>().Select(tab => To(texts[$"Tab.{tab}"], "Nav.Inbox", "inbox", new InboxPlace(tab, new()).Address))
        : [];

    private IEnumerable<Found> OfOversight() => session.Has(Role.Supervisor, Role.Auditor, Role.HeadOfCentre)
        ? [To(texts["Board.Screen"], "Nav.Board", "board", $"{Place.Board}?screen=1"), To(texts["Ratings"], "Nav.Board", "report", "office/ratings")]
        : [];

    private IEnumerable<Found> OfAdministration() => session.Has(Role.Administrator)
        ?
        [
            To(texts["Person.Add"], "Nav.Organisation", "person", "office/admin/people/new"), To(texts["Item.Add"], "Nav.Items", "items", "office/admin/items/new"),
            To(texts["Sheet.Title"], "Nav.Administration", "upload", "office/admin/import"), To(texts["Calendar.Change"], "Nav.Calendars", "calendar", "office/admin/calendars/change"),
            To(texts["Nav.Studio"], "Nav.Administration", "gear", "studio/workflows/definitions"),
        ]
        : [];

    /// <summary>What stands under the own name.</summary>
    private IEnumerable<Found> OfOneself() =>
    [
        To(texts["Account"], "Profile", "person", "office/account"), To(texts["Absence"], "Profile", "calendar", "office/absence"),
        .. Appearance.Themes.Select(theme => Do(texts[$"Theme.{theme ?? "system"}"], "Theme", () => appearance.Dress(theme))),
        .. Appearance.Densities.Select(density => Do(texts[$"Density.{density ?? "usual"}"], "Density", () => appearance.Space(density))),
        .. Appearance.Languages.Select(one => Do(one.Word, "Language", () => appearance.Speak(one.Name))),
        Do(texts["SignOut"], "Profile", appearance.SignOut),
    ];

    private Found To(string title, string place, string icon, string address) => new(FoundKind.Commands, title, texts[place], icon, address);

    private Found Do(string title, string of, Func<Task> act) => new(FoundKind.Commands, title, texts[of], of == "Profile" ? "person" : "gear", null, act);
}
