namespace ApprovalEngine.Host.Pages.Public;

/// <summary>Settings of the pages that everybody may see.</summary>
internal sealed class PublicOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Public";

    /// <summary>Where people outside find this service, for receipts and documents; null for where it listens.</summary>
    public Uri? Url { get; init; }

    /// <summary>Questions with a number that an address may ask in a minute.</summary>
    public int TriesPerMinute { get; init; } = 30;

    /// <summary>Questions about one number in ten minutes, whoever asks.</summary>
    public int TriesPerNumber { get; init; } = 20;
}
