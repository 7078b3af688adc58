using System.Collections.Frozen;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>What a person wants the rows of their inbox to say; the server keeps it for them.</summary>
public sealed class InboxColumns(Preferred preferred, Session session)
{
    /// <summary>What rows say where nothing else was chosen, and on a phone always.</summary>
    public static IReadOnlySet<InboxColumn> Usual { get; } = FrozenSet.ToFrozenSet([InboxColumn.Applicant, InboxColumn.Step, InboxColumn.CaseNo]);

    /// <summary>Whose choice is shown.</summary>
    private string? known;

    /// <summary>What they say.</summary>
    public IReadOnlySet<InboxColumn> Shown { get; private set; } = Usual;

    /// <summary>Something else was chosen.</summary>
    public event Action? Changed;

    /// <summary>What can be chosen for a list: only open tasks have the rest.</summary>
    /// <param name="tab">The list.</param>
    public static IEnumerable<InboxColumn> Of(InboxTab tab) => InboxPlace.IsOpenWork(tab) ? Enum.GetValues<InboxColumn>() : Usual.Order();

    /// <summary>Takes up what the person chose, unless it was taken up before.</summary>
    public void Look()
    {
        if (known == session.Me?.UserName)
        {
            return;
        }

        known = session.Me?.UserName;
        Shown = session.Me?.Preferences.GetValueOrDefault(Preference.Columns) is { } kept ? Enum.GetValues<InboxColumn>().Where(one => kept.Split(' ').Contains($"{one}")).ToFrozenSet() : Usual;
        Changed?.Invoke();
    }

    /// <summary>Chooses one, or takes it away.</summary>
    /// <param name="column">Which.</param>
    /// <param name="isShown">Whether rows are to say it.</param>
    public Task Choose(InboxColumn column, bool isShown) => Keep(isShown ? Shown.Append(column) : Shown.Where(one => one != column));

    /// <summary>Goes back to the usual ones.</summary>
    public Task PutBack() => Keep(Usual);

    private async Task Keep(IEnumerable<InboxColumn> columns)
    {
        Shown = columns.ToFrozenSet();
        Changed?.Invoke();
        await preferred.Keep(Preference.Columns, Shown.SetEquals(Usual) ? null : string.Join(' ', Shown.Order()));
    }
}
