namespace ApprovalEngine.AdminUi.Components;

/// <summary>The keys that move in a list whose chosen row is shown beside it.</summary>
public static class RowKeys
{
    /// <summary>j and k or the arrows to the next row, Enter to the first.</summary>
    /// <param name="step">Goes so many rows on.</param>
    public static Dictionary<string, Func<Task>> Of(Func<int, Task> step) =>
        new() { ["j"] = () => step(1), ["ArrowDown"] = () => step(1), ["k"] = () => step(-1), ["ArrowUp"] = () => step(-1), ["Enter"] = () => step(0) };
}
