using ApprovalEngine.AdminUi.Api;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>What a part of a page shows once the server has answered (<see cref="Loaded"/>).</summary>
public interface ILoaded
{
    /// <summary>It has answered once.</summary>
    bool IsThere { get; }

    /// <summary>Why the last question had no answer.</summary>
    ApiProblem? Problem { get; }

    /// <summary>Of when what is shown is (UTC): of when it was asked for, what happens until the answer comes need not be in it.</summary>
    DateTimeOffset LoadedAt { get; }
}
