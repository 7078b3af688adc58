using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The answer that a request under an idempotency key got.</summary>
/// <param name="RequestHash">Of the request that got it.</param>
/// <param name="Answer">As JSON.</param>
internal sealed record KnownAnswer(byte[] RequestHash, string Answer)
{
    /// <summary>The same answer again, if the request is the same.</summary>
    /// <exception cref="RuleBrokenException">The key was used for another request.</exception>
    public CaseMoved For(IdempotencyKey key) => RequestHash.AsSpan().SequenceEqual(key.RequestHash)
        ? JsonSerializer.Deserialize<CaseMoved>(Answer, StepPayload.Json)!
        : throw new RuleBrokenException("IdempotencyKeyUsed", "This idempotency key was used for another request. Send a new key.", "Idempotency-Key");
}
