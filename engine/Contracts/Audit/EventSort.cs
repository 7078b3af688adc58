namespace ApprovalEngine.Contracts.Audit;

/// <summary>The order of the trail of administrative acts.</summary>
public enum EventSort
{
    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>The earliest first: how something came about.</summary>
    Oldest,
}
