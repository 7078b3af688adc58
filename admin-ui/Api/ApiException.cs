namespace ApprovalEngine.AdminUi.Api;

/// <summary>A request was refused or did not arrive.</summary>
public sealed class ApiException(ApiProblem problem) : Exception(problem.Detail ?? problem.Code)
{
    /// <summary>Why.</summary>
    public ApiProblem Problem { get; } = problem;
}
