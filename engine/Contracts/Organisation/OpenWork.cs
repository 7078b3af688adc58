namespace ApprovalEngine.Contracts.Organisation;

/// <summary>How much open work a person has.</summary>
/// <param name="Tasks">Tasks that they have, or that are for them alone.</param>
/// <param name="Delegated">Tasks that they delegated and would get back.</param>
/// <param name="Cases">Cases to which these belong.</param>
/// <param name="OnOffer">How many of the tasks would go on offer because the one asked about may not have them.</param>
public sealed record OpenWork(int Tasks, int Delegated, int Cases, int OnOffer)
{
    /// <summary>Keys of programs that they gave and that are good; these stay so when they leave.</summary>
    public int Keys { get; init; }
}
