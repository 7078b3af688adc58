namespace ApprovalEngine.Contracts.Supervision;

/// <summary>The order of a list of alerts.</summary>
public enum AlertSort
{
    /// <summary>The latest due first.</summary>
    Newest,

    /// <summary>The gravest first, of each level the latest due.</summary>
    Level,

    /// <summary>The case that has been overdue longest first; only alerts of open cases whose clock runs have a place in it.</summary>
    Overdue,

    /// <summary>Unit by unit in the order in which they came into the tree, of each the latest due first.</summary>
    Unit,
}
