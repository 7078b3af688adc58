namespace ApprovalEngine.Approval.Persistence;

/// <summary>What the first start needs to know.</summary>
public sealed record SetupOptions
{
    /// <summary>Password of the user <c>admin</c>; null to have one generated and reported.</summary>
    public string? AdminPassword { get; init; }

    /// <summary>Password that the demo users share; null to have one generated and reported.</summary>
    public string? DemoPassword { get; init; }

    /// <summary>The folder of shipped flows, catalogue, calendars and demo organisation.</summary>
    public string ShippedData { get; init; } = Path.Combine(AppContext.BaseDirectory, "workflows");
}
