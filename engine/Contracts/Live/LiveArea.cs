namespace ApprovalEngine.Contracts.Live;

/// <summary>What a page shows besides cases: events name it when something of it changed, and the page asks again.</summary>
public enum LiveArea
{
    /// <summary>The trail of administrative acts.</summary>
    Acts,

    /// <summary>Who is away and who stands in.</summary>
    Absences,

    /// <summary>Working days and office hours.</summary>
    Calendars,

    /// <summary>Flows, their versions and releases, and whether a release needs a second person.</summary>
    Flows,

    /// <summary>Steps that cannot go on.</summary>
    Incidents,

    /// <summary>The items of the catalogue.</summary>
    Items,

    /// <summary>Keys of programs.</summary>
    Keys,

    /// <summary>The profile of supervision levels.</summary>
    Levels,

    /// <summary>People with their accounts, roles and posts.</summary>
    People,

    /// <summary>Units and posts.</summary>
    Units,
}
