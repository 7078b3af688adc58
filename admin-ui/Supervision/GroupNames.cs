using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>What groups of figures are called.</summary>
public static class GroupNames
{
    /// <summary>The name of a group in the person's language; months are called as they are written.</summary>
    /// <param name="session">Knows units, items and people.</param>
    /// <param name="texts">Knows channels.</param>
    /// <param name="dimension">Of which dimension.</param>
    /// <param name="key">The group's code; null for all groups.</param>
    public static string GroupName(this Session session, Texts texts, string dimension, string? key) => (dimension, key) switch
    {
        (_, null) => texts["Report.All"],
        (_, "-") => texts["None"],
        ("unit" or "window", _) => session.Unit(key),
        ("item", _) => session.Item(key),
        ("channel", _) => texts[$"Channel.{key}"],
        ("person", _) => session.Name(key),
        _ => key,
    };
}
