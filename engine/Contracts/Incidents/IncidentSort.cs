namespace ApprovalEngine.Contracts.Incidents;

/// <summary>The order of the open incidents.</summary>
public enum IncidentSort
{
    /// <summary>The longest open first.</summary>
    Oldest,

    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>By the code of the item, the longest open of each first.</summary>
    Item,
}
