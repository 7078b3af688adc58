using System.Collections.Frozen;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>What a person wants the rows of their inbox to say. The browser keeps it under their name: several people may use a computer.</summary>
public sealed class InboxColumns(BrowserPart browser, Session session)
{
    /// <summary>What rows say where nothing else was chosen, and on a phone always.</summary>
    public static IReadOnlySet<InboxColumn> Usual { get; } = FrozenSet.ToFrozenSet([InboxColumn.Applicant, InboxColumn.Step, InboxColumn.CaseNo]);

    /// <summary>What they say.</summary>
    public IReadOnlySet<InboxColumn> Shown { get; private set; } = Usual;

    /// <summary>Something else was chosen.</summary>
    public event Action? Changed;

    private string Key => $"columns {session.Me?.UserName}";

    /// <summary>What can be chosen for a list: only open tasks have the rest.</summary>
    /// <param name="tab">The list.</param>
    public static IEnumerable<InboxColumn> Of(InboxTab tab) => InboxPlace.IsOpenWork(tab) ? Enum.GetValues<InboxColumn>() : Usual.Order();

    /// <summary>Asks the browser what it keeps.</summary>
    public async Task Look()
    {
        Shown = await browser.Ask<string?>("read", Key) is { } kept ? Enum.GetValues<InboxColumn>().Where(one => kept.Split(' ').Contains($"{one}")).ToFrozenSet() : Usual;
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
        await browser.Do("write", Key, Shown.SetEquals(Usual) ? null : string.Join(' ', Shown.Order()));
    }
}
