using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>A place of the navigation.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Word">Key of its name.</param>
/// <param name="Icon">Its drawing.</param>
/// <param name="IsAdministration">It stands below the heading of administration.</param>
/// <param name="Key">The letter that leads there after <c>g</c>; null for none.</param>
public sealed record Place(string Address, string Word, string Icon, bool IsAdministration = false, string? Key = null)
{
    /// <summary>The inbox, which has a count.</summary>
    public const string Inbox = "office/inbox";

    /// <summary>What has to be explained and decided on.</summary>
    public const string Alerts = "office/alerts";

    /// <summary>The tasks of units.</summary>
    public const string Work = "office/tasks";

    /// <summary>How the centre stands today.</summary>
    public const string Board = "office/board";

    /// <summary>The search for cases, which everybody has.</summary>
    public const string Cases = "office/cases";

    /// <summary>Where a person may go by their roles; the server asks again at each page.</summary>
    public static IEnumerable<Place> For(Session session)
    {
        var oversees = Oversees(session);
        if (session.Has(Role.WindowClerk, Role.Agent))
        {
            yield return new("office/intake", "Nav.Intake", "intake", Key: "n");
        }

        if (WorksOnTasks(session))
        {
            yield return new(Inbox, "Nav.Inbox", "inbox", Key: "i");
        }

        if (!oversees && WorksOnTasks(session))
        {
            // Those that they answer for; whoever oversees a unit sees its.
            yield return new(Alerts, "Nav.Alerts", "alerts", Key: "s");
        }

        if (oversees)
        {
            yield return new(Board, "Nav.Board", "board", Key: "b");
            yield return new(Alerts, "Nav.Alerts", "alerts", Key: "s");
            yield return new("office/report", "Nav.Report", "report", Key: "t");
            yield return new(Work, "Nav.Work", "work", Key: "w");
        }

        yield return new(Cases, "Nav.Cases", "cases", Key: "c");
        if (oversees)
        {
            yield return new("office/figures", "Nav.Figures", "figures", Key: "f");
        }

        foreach (var place in Administration(session))
        {
            yield return place;
        }
    }

    /// <summary>Whether a page is for the person, wherever one comes from: those of administration are for administrators, the tasks of units for who oversees them.</summary>
    /// <param name="session">The person.</param>
    /// <param name="address">The page, below the base address.</param>
    public static bool IsFor(Session session, string address) =>
        address.StartsWith("office/admin/", StringComparison.OrdinalIgnoreCase) ? session.Has(Role.Administrator)
        : !address.Split('?')[0].Equals(Work, StringComparison.OrdinalIgnoreCase) || Oversees(session);

    /// <summary>
    /// Where a person begins: the first place of their role, for the search for cases is everybody's. Who leads the centre begins with how it
    /// stands, and who only watches over deadlines with the alerts to decide on, though tasks are offered to them too.
    /// </summary>
    public static Place First(Session session)
    {
        var places = For(session).ToArray();
        var first = session.Has(Role.HeadOfCentre) ? Board : session.Has(Role.Supervisor) && !session.Has(Role.Reviewer, Role.WindowClerk, Role.Agent) ? Alerts : null;
        return places.FirstOrDefault(place => place.Address == first) ?? places.FirstOrDefault(place => place.Address != Cases) ?? places[0];
    }

    /// <summary>Whether tasks are offered to the person.</summary>
    public static bool WorksOnTasks(Session session) => session.Has(Role.Reviewer, Role.WindowClerk, Role.HeadOfCentre, Role.Supervisor, Role.Agent);

    private static bool Oversees(Session session) => session.Has(Role.Supervisor, Role.Auditor, Role.HeadOfCentre);

    private static IEnumerable<Place> Administration(Session session)
    {
        if (session.Has(Role.Administrator))
        {
            yield return new("office/admin/organisation", "Nav.Organisation", "people", IsAdministration: true, Key: "o");
            yield return new("office/admin/flows", "Nav.Flows", "flow", IsAdministration: true, Key: "d");
            yield return new("office/admin/items", "Nav.Items", "items", IsAdministration: true, Key: "m");
            yield return new("office/admin/incidents", "Nav.Incidents", "warn", IsAdministration: true, Key: "e");
            yield return new("office/admin/calendars", "Nav.Calendars", "calendar", IsAdministration: true, Key: "k");
            yield return new("office/admin/jobs", "Nav.Jobs", "jobs", IsAdministration: true, Key: "j");
            yield return new("office/admin/keys", "Nav.Keys", "key", IsAdministration: true, Key: "p");
        }

        if (session.Has(Role.Administrator, Role.Auditor))
        {
            yield return new("office/levels", "Nav.Levels", "alerts", session.Has(Role.Administrator), "l");
            yield return new("office/acts", "Nav.Acts", "trail", session.Has(Role.Administrator), "a");
        }
    }
}
