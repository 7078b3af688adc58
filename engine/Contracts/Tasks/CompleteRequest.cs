using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The answer to a task.</summary>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Opinion">What the person adds in words.</param>
/// <param name="Data">Values for variables of the flow, by name.</param>
/// <param name="Notice">What the applicant is told in writing, where the answer asks for a correction or does not accept.</param>
public sealed record CompleteRequest(string Outcome, string? Opinion = null, JsonObject? Data = null, NoticeRequest? Notice = null);
