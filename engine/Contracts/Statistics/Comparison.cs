namespace ApprovalEngine.Contracts.Statistics;

/// <summary>With which earlier period figures are compared.</summary>
public enum Comparison
{
    /// <summary>The one just before.</summary>
    Before,

    /// <summary>The same one a year before.</summary>
    Year,
}
