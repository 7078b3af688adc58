namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>A module of Elsa's whose part this product plays.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its author.</param>
/// <param name="FullName">By which it is asked for.</param>
/// <param name="DisplayName">Name shown.</param>
/// <param name="Description">What it is for.</param>
internal sealed record ElsaFeature(string Name, string Namespace, string FullName, string DisplayName, string Description)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ElsaFeature> All { get; } =
    [
        Of("Expressions"), Of("Workflows"), Of("Flowchart"), Of("WorkflowRuntime"), Of("WorkflowDefinitions"), Of("WorkflowInstances"), Of("WorkflowManagement"),
        Of("WorkflowsApi"), Of("Scheduling"), Of("JavaScript"), Of("Liquid"), Of("Identity"), Of("RealTimeWorkflowUpdates"),
    ];

    private static ElsaFeature Of(string name) => new(name, "Elsa", $"Elsa.{name}", name, "");
}
