namespace ApprovalEngine.Benchmarks.Goals;

/// <summary>Prints each goal as soon as it is known, and counts.</summary>
internal sealed class GoalBoard
{
    private int met;
    private int known;

    /// <summary>Whether all were met so far.</summary>
    public bool AreAllMet => met == known;

    /// <summary>Prints a goal.</summary>
    public void Add(Goal goal)
    {
        known++;
        met += goal.IsMet ? 1 : 0;
        Console.WriteLine(goal);
    }

    /// <summary>The last line.</summary>
    public void Close() => Console.WriteLine($"{met} of {known} goals met");
}
