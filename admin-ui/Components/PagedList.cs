using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>A list that grows page by page. What is shown stays while it is asked again, and when a further page does not come.</summary>
/// <param name="ask">Asks for the page behind a key; null for the first.</param>
/// <param name="key">What tells rows apart: one that moved to a later page meanwhile is not shown twice.</param>
public sealed class PagedList<T>(Func<string?, CancellationToken, Task<Page<T>>> ask, Func<T, object> key)
{
    private readonly Loader<List<T>> loader = new();

    /// <summary>The rows so far; null before the first answer.</summary>
    public List<T>? Rows => loader.Value;

    /// <summary>Why the last question had no answer.</summary>
    public ApiProblem? Problem { get; private set; }

    /// <summary>Key of the page behind what is shown; null at the end.</summary>
    public string? Next { get; private set; }

    /// <summary>Asks for the first page.</summary>
    public async Task Load()
    {
        string? next = null;
        var isLatest = await loader.Load(async cancel =>
        {
            var page = await ask(null, cancel);
            next = page.Next;
            return [.. page.Items];
        });
        (Next, Problem) = (isLatest ? next : Next, loader.Problem);
    }

    /// <summary>Asks for the page behind what is shown.</summary>
    public async Task More()
    {
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
                var known = shown.Select(key).ToHashSet();
                shown.AddRange(page.Items.Where(row => !known.Contains(key(row))));
                (Next, Problem) = (page.Next, null);
            }
        }
        catch (ApiException refused)
        {
            Problem = refused.Problem;
        }
    }

    /// <summary>Asks for all pages: rows are put in order in the browser only where they are there as a whole.</summary>
    public async Task LoadWhole()
    {
        await Load();
        while (Next is not null && Problem is null)
        {
            await More();
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        loader.Clear();
        (Next, Problem) = (null, null);
    }
}
