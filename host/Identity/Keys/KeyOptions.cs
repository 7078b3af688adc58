namespace ApprovalEngine.Host.Identity.Keys;

/// <summary>Settings of what programs may ask.</summary>
internal sealed class KeyOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Keys";

    /// <summary>Requests that may be made with a key in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>Wrong keys that an address may send in a minute.</summary>
    public int FailuresPerMinute { get; init; } = 60;
}
