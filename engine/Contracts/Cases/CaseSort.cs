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
}
