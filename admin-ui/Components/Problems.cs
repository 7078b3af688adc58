using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Resources;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Problems in the person's language: those that people meet have words of their own, the rest say what the server said.</summary>
public static class Problems
{
    /// <summary>A sentence for a problem.</summary>
    public static string Say(Texts texts, ApiProblem problem) =>
        texts.Find($"Problem.{problem.Code}") is { } known ? known
            : problem.Status is >= 500 or null ? texts["Problem.Unexpected"]
            : problem.Status is 404 ? texts["Problem.NotFound"]
            : problem.Detail ?? texts["Problem.Unexpected"];
}
