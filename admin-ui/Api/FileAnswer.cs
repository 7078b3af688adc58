namespace ApprovalEngine.AdminUi.Api;

/// <summary>What the server answered to the browser itself, which sends and saves files.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The answer's text; empty where a file came.</param>
/// <param name="Left">How many files did not arrive and wait to be sent again.</param>
public sealed record FileAnswer(int Status, string Text, int Left = 0)
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public ApiProblem? Problem => Status is >= 200 and < 300 ? null : ApiClient.ProblemIn(Status, Text);
}
