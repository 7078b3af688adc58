using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>A list that grows page by page. What is shown stays while it is asked again, and when a further page does not come.</summary>
/// <param name="ask">Asks for the page behind a key; null for the first.</param>
/// <param name="key">What tells rows apart: one that moved to a later page meanwhile is not shown twice.</param>
public sealed class PagedList<T>(Func<string?, CancellationToken, Task<Page<T>>> ask, Func<T, object> key) : ILoaded, IGrowing
{
    private readonly Loader<List<T>> loader = new();
    private bool isWhole;

    // Growing and being asked again wait for each other: neither throws away what the other brings.
    private Task growing = Task.CompletedTask;
    private Task reloading = Task.CompletedTask;

    /// <summary>The rows so far; null before the first answer.</summary>
    public List<T>? Rows => loader.Value;

    /// <inheritdoc/>
    public int Count => Rows?.Count ?? 0;

    /// <inheritdoc/>
    public bool IsThere => loader.IsThere;

    /// <summary>Why the list did not come.</summary>
    public ApiProblem? Problem => loader.Problem;

    /// <inheritdoc/>
    public ApiProblem? MoreProblem { get; private set; }

    /// <inheritdoc/>
    public DateTimeOffset LoadedAt => loader.LoadedAt;

    /// <inheritdoc/>
    public string? Next { get; private set; }

    /// <summary>Asks for the first page.</summary>
    public Task Load() => Load(0);

    /// <summary>Asks again for as much as is shown: nobody who has come far is thrown back to the top.</summary>
    public Task Reload() => reloading = LoadAgain(growing);

    /// <summary>Asks for all pages: rows are put in order in the browser only where they are there as a whole.</summary>
    public Task LoadWhole() => Load(int.MaxValue);

    /// <inheritdoc/>
    public Task More() => growing = Grow(reloading);

    private async Task Grow(Task before)
    {
        await before;
        if (Rows is not { } shown || Next is not { } after)
        {
            return;
        }

        try
        {
            var page = await ask(after, CancellationToken.None);

            // Asked again meanwhile, the list begins anew.
            if (ReferenceEquals(shown, Rows))
            {
                Add(shown, page);
                (Next, MoreProblem) = (page.Next, null);
            }
        }
        catch (ApiException refused)
        {
            MoreProblem = refused.Problem;
        }
    }

    /// <summary>The row that stands so many behind the chosen one, or at the end; the first where none is chosen.</summary>
    public T? Step(Predicate<T> isChosen, int by)
    {
        if (Rows is not { Count: > 0 } shown)
        {
            return default;
        }

        var at = shown.FindIndex(isChosen);
        return shown[at < 0 ? 0 : Math.Clamp(at + by, 0, shown.Count - 1)];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        loader.Clear();
        (Next, MoreProblem) = (null, null);
    }

    private async Task LoadAgain(Task before)
    {
        await before;
        await Load(isWhole ? int.MaxValue : Count);
    }

    private async Task Load(int atLeast)
    {
        isWhole = atLeast == int.MaxValue;
        string? next = null;
        if (await loader.Load(async cancel =>
        {
            var rows = new List<T>();
            do
            {
                var page = await ask(next, cancel);
                Add(rows, page);
                next = page.Next;
            }
            while (next is not null && rows.Count < atLeast);
            return rows;
        }))
        {
            (Next, MoreProblem) = (next, null);
        }
    }

    private void Add(List<T> rows, Page<T> page)
    {
        var known = rows.Select(key).ToHashSet();
        rows.AddRange(page.Items.Where(row => !known.Contains(key(row))));
    }
}
