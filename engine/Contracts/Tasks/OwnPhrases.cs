namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The short texts that a person keeps for opinions, in their order.</summary>
/// <param name="Version">How often they were kept; what is sent names the version it builds on. At 0 the person has none and uses the product's.</param>
/// <param name="Texts">The texts.</param>
public sealed record OwnPhrases(int Version, IReadOnlyList<string> Texts)
{
    /// <summary>More of them are no help in finding one.</summary>
    public const int Most = 30;

    /// <summary>Characters of a text at most.</summary>
    public const int Longest = 200;
}
