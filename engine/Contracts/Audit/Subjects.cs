using System.Globalization;

namespace ApprovalEngine.Contracts.Audit;

/// <summary>What an act was done to, in the reader's language; as it was recorded where there are no words for it.</summary>
public static class Subjects
{
    /// <summary>Exported lists by the headings that they have in the office.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["absences"] = "Absence",
        ["acts"] = "Nav.Acts",
        ["alerts"] = "Nav.Alerts",
        ["calendar-moves"] = "Calendar.Cases",
        ["cases"] = "Nav.Cases",
        ["dead-letters"] = "Jobs.DeadLetters",
        ["flow-moves"] = "Move.Title",
        ["flow-moves-left"] = "Move.Left",
        ["flow-versions"] = "Flows.Versions",
        ["flows"] = "Nav.Flows",
        ["incidents"] = "Nav.Incidents",
        ["items"] = "Nav.Items",
        ["jobs"] = "Nav.Jobs",
        ["keys"] = "Nav.Keys",
        ["people"] = "People",
        ["ratings"] = "Ratings",
        ["report"] = "Nav.Report",
        ["tasks-claimable"] = "Tab.Claimable",
        ["tasks-copied"] = "Tab.Copied",
        ["tasks-done"] = "Tab.Done",
        ["tasks-mine"] = "Tab.Mine",
        ["units"] = "Subject.units",
    };

    /// <summary>What it was done to; a case is named by its number.</summary>
    /// <param name="done">The act.</param>
    /// <param name="words">The reader's words.</param>
    public static string Say(EventListed done, IParticularWords words)
    {
        if (done.CaseNo is { } caseNo)
        {
            return done.Subject.Split('/', 3) is [_, _, var part] ? $"{caseNo} {Part(part, words)}" : caseNo;
        }

        return done.Subject.Split('/', 2) switch
        {
            ["user", var userName] => words.Person(userName),
            ["job", var job] => words.Find($"Job.{job}") ?? job,
            ["calendar", var version] when done.Act == nameof(EventAct.CalendarPublished) => Numbered("Subject.calendarVersion", version, words) ?? done.Subject,
            [var kind, var key] => Numbered($"Subject.{kind}", key, words) ?? done.Subject,
            _ => Whole(done, words),
        };
    }

    /// <summary>What of a case it was done to.</summary>
    /// <param name="part">What stands behind the case.</param>
    /// <param name="words">The reader's words.</param>
    public static string Part(string part, IParticularWords words) => part.Split('/', 2) is [var kind, var key] ? Numbered($"Subject.{kind}", key, words) ?? part : part;

    private static string Whole(EventListed done, IParticularWords words) => Enum.TryParse<EventAct>(done.Act, out var act) ? act switch
    {
        EventAct.UnitAdded or EventAct.UnitChanged => words.Unit(done.Subject),
        EventAct.PostAdded or EventAct.PostChanged => words.Post(done.Subject),
        EventAct.ItemPublished or EventAct.ItemStateSet => words.Item(done.Subject),
        EventAct.LevelProfileChosen or EventAct.LevelProfileChanged => words.Find($"Levels.Of.{done.Subject}"),
        EventAct.CentreSettingsChanged => words.Find("Subject.centre"),
        EventAct.ListExported => List(done.Subject, words),
        EventAct.FlowSaved or EventAct.FlowPublished or EventAct.FlowRetracted or EventAct.FlowReleaseAsked or EventAct.FlowReleaseRefused or EventAct.FlowVersionDeleted
            or EventAct.MigrationStarted or EventAct.MigrationPaused or EventAct.MigrationResumed => done.FlowName,
        _ => words.Find($"Subject.{done.Subject}") ?? words.Person(done.Subject),
    } ?? done.Subject : done.Subject;

    /// <summary>Some lists are named with what they are of: a calendar by its year, the cases of a figure, a figure by its rows and columns.</summary>
    private static string? List(string name, IParticularWords words) => Lists.TryGetValue(name, out var heading) ? words.Find(heading) : name.Split('-') switch
    {
        ["calendar", var year] => Numbered("Subject.calendar", year, words),
        ["figure", var figure] when words.Find($"Figure.{figure}") is { } called => Numbered("Subject.figure", called, words),
        [var figure, var rows, var columns] when words.Find($"Figure.{figure}") is { } called && words.Find($"By.{rows}") is { } down && words.Find($"By.{columns}") is { } across
            && words.Find("Pivot.Title") is { } title => string.Format(CultureInfo.InvariantCulture, title, called, down, across),
        _ => null,
    };

    private static string? Numbered(string word, string key, IParticularWords words) => words.Find(word) is { } format ? string.Format(CultureInfo.InvariantCulture, format, key) : null;
}
