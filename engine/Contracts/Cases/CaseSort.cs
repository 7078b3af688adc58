namespace ApprovalEngine.Contracts.Cases;

/// <summary>The order of a list of cases.</summary>
public enum CaseSort
{
    /// <summary>The latest received first.</summary>
    Newest,

    /// <summary>The earliest received first.</summary>
    Oldest,

    /// <summary>The earliest due first; only open cases whose clock runs have a place in it.</summary>
    Due,

    /// <summary>By number, forwards.</summary>
    Number,

    /// <summary>By number, backwards.</summary>
    NumberBackwards,

    /// <summary>Item by item in the order of the catalogue, of each the earliest received first.</summary>
    Item,

    /// <summary>The same backwards: the last item first, of each the latest received.</summary>
    ItemBackwards,
}
