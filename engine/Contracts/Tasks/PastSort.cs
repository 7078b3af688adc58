namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The order of a list of what is past: answered tasks, copies.</summary>
public enum PastSort
{
    /// <summary>The latest first.</summary>
    Newest,

    /// <summary>The earliest first.</summary>
    Oldest,

    /// <summary>By the code of the item, the latest of each first.</summary>
    Item,
}
