using ApprovalEngine.AdminUi.Api;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>A list that grows page by page, for what stands at its end (<see cref="ListEnd"/>).</summary>
public interface IGrowing
{
    /// <summary>How many rows are shown.</summary>
    int Count { get; }

    /// <summary>Key of the page behind what is shown; null at the end.</summary>
    string? Next { get; }

    /// <summary>Why that page did not come.</summary>
    ApiProblem? MoreProblem { get; }

    /// <summary>Asks for it.</summary>
    Task More();
}
