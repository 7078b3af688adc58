namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Short words about what has just been done, and how it is undone.</summary>
public sealed class Notices
{
    /// <summary>A word on the screen.</summary>
    /// <param name="Text">What happened.</param>
    /// <param name="IsBad">It failed.</param>
    /// <param name="Action">Words of a button; null for none.</param>
    /// <param name="Key">Key that does the same.</param>
    /// <param name="Act">What the button does.</param>
    public sealed record Notice(string Text, bool IsBad = false, string? Action = null, string? Key = null, Func<Task>? Act = null)
    {
        /// <summary>Two that say the same are still two.</summary>
        public Guid Id { get; } = Guid.NewGuid();
    }

    private readonly List<Notice> shown = [];

    /// <summary>The list changed.</summary>
    public event Action? Changed;

    /// <summary>What is shown, oldest first.</summary>
    public IReadOnlyList<Notice> Shown => shown;

    /// <summary>Shows a word for so many seconds.</summary>
    public void Say(Notice notice, int seconds = 6)
    {
        shown.Add(notice);
        Changed?.Invoke();
        _ = Forget(notice, seconds);
    }

    /// <summary>Takes a word away.</summary>
    public void Remove(Notice notice)
    {
        if (shown.Remove(notice))
        {
            Changed?.Invoke();
        }
    }

    private async Task Forget(Notice notice, int seconds)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Remove(notice);
    }
}
