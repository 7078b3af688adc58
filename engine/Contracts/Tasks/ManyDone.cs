using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Contracts.Tasks;

/// <summary>What became of each of several tasks, in the order in which they were named.</summary>
/// <param name="Tasks">One entry a task.</param>
public sealed record ManyDone(IReadOnlyList<TaskTried> Tasks)
{
    /// <summary>So many tasks can be dealt with at once.</summary>
    public const int Most = 50;
}

/// <summary>What became of one of several tasks: it was done, or it was refused and nothing was changed.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Moved">The case as it stands now; null when it was refused.</param>
/// <param name="Refused">Why; null when it was done.</param>
public sealed record TaskTried(Guid TaskId, CaseMoved? Moved, TaskRefusal? Refused);

/// <summary>Why an act on a task was refused.</summary>
/// <param name="Code">Stable name of the reason, as in a problem.</param>
/// <param name="Detail">A sentence.</param>
public sealed record TaskRefusal(string Code, string Detail)
{
    /// <summary>Codes of the papers for whose sake it was refused; empty where they are not the reason.</summary>
    public IReadOnlyList<string> LackingPapers { get; init; } = [];
}
