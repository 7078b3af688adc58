namespace ApprovalEngine.Workflow.Calendars;

/// <summary>How long something may take: whole working days, or a calendar instant that is taken as given.</summary>
public abstract record Limit
{
    private Limit()
    {
    }

    /// <summary>Working days counted from the day after acceptance (domain.md, "Working days"); 0 means the day of acceptance.</summary>
    public sealed record WorkingDays : Limit
    {
        /// <summary>A limit of so many working days.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
        public WorkingDays(int count) => Count = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A limit cannot be negative.");

        /// <summary>The count.</summary>
        public int Count { get; }
    }

    /// <summary>A due instant given from outside (limit kind calendar, contracts.md): stops and extensions do not move it.</summary>
    /// <param name="DueAt">Instant (UTC).</param>
    public sealed record Calendar(DateTimeOffset DueAt) : Limit;

    /// <summary>A limit of so many working days.</summary>
    public static Limit Days(int count) => new WorkingDays(count);
}
