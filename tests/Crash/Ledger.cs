using System.Collections.Concurrent;

namespace ApprovalEngine.Crash;

/// <summary>What people were answered: what the database must hold afterwards, once each and nothing beside.</summary>
internal sealed class Ledger
{
    private int retries;
    private int answers;

    public ConcurrentBag<Answered> Steps { get; } = [];

    public ConcurrentBag<string> Surprises { get; } = [];

    /// <summary>Requests that were sent again because nobody knew what had become of them.</summary>
    public int Retries => retries;

    /// <summary>Answers so far; grows while the service works.</summary>
    public int Answers => answers;

    public void Retry() => Interlocked.Increment(ref retries);

    public void Add(Answered step)
    {
        Steps.Add(step);
        Interlocked.Increment(ref answers);
    }
}

/// <summary>A step that was answered with success.</summary>
internal sealed record Answered(string User, string Key, string Act, Guid CaseId, int Version);
