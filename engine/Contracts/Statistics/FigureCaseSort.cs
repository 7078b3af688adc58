namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The order of the cases behind a figure.</summary>
public enum FigureCaseSort
{
    /// <summary>The earliest received first.</summary>
    Oldest,

    /// <summary>The latest received first.</summary>
    Newest,

    /// <summary>What contributes most first.</summary>
    Most,

    /// <summary>What contributes least first.</summary>
    Least,

    /// <summary>The earliest due first, of open cases; those without a due moment last.</summary>
    Due,
}
