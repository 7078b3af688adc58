using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A row of a trail with its payload read.</summary>
internal sealed record JournalRow(int Seq, DateTimeOffset At, string Actor, string Act, JsonObject Payload, byte[] PrevHash)
{
    /// <summary>A row as the database gives it.</summary>
    public static JournalRow Of(int seq, DateTimeOffset at, string actor, string act, string payload, byte[] prevHash) =>
        new(seq, at, actor, act, JsonNode.Parse(payload, null, StorableJson.Stored) as JsonObject ?? [], prevHash);

    /// <summary>The task it was done on.</summary>
    public int Task => (int?)Payload["task"] ?? throw new JournalException(Seq, $"'{Act}' names no task.");

    /// <summary>For whom it was done, when not in the actor's own name.</summary>
    public string? OnBehalfOf => (string?)Payload["onBehalfOf"];

    /// <summary>A member of the payload that the act must have.</summary>
    public string Text(string name) => (string?)Payload[name] ?? throw new JournalException(Seq, $"'{Act}' has no {name}.");

    /// <summary>A member of its details that the act must have.</summary>
    public string Detail(string name) => (string?)Payload["details"]?[name] ?? throw new JournalException(Seq, $"'{Act}' has no {name}.");
}
