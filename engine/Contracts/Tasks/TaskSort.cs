namespace ApprovalEngine.Contracts.Tasks;

/// <summary>The order of a list of open tasks.</summary>
public enum TaskSort
{
    /// <summary>The earliest due first; those without a due moment last.</summary>
    Due,

    /// <summary>What has waited longest first.</summary>
    Opened,

    /// <summary>By the code of the item, the earliest due of each first.</summary>
    Item,
}
