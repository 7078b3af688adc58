namespace ApprovalEngine.Approval.Notifications;

/// <summary>The services that flows may call, by the code that flows name: an allow list. Nothing else is ever called.</summary>
public sealed class ReceiverOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Receivers";

    /// <summary>Receivers by code.</summary>
    public IReadOnlyDictionary<string, Receiver> Receivers { get; init; } = new Dictionary<string, Receiver>();
}

/// <summary>A service outside.</summary>
public sealed record Receiver
{
    /// <summary>Where it is called (POST); <c>log:</c> means that the call is only recorded and counts as answered.</summary>
    public required Uri Url { get; init; }

    /// <summary>Value of the header Authorization; null for none. Never logged.</summary>
    public string? Authorization { get; init; }
}
