namespace ApprovalEngine.Contracts.Statistics;

/// <summary>The order of a list of ratings.</summary>
public enum RatingSort
{
    /// <summary>The latest given first.</summary>
    Newest,

    /// <summary>The earliest given first.</summary>
    Oldest,

    /// <summary>The worst grade first, of each grade the latest given.</summary>
    Worst,

    /// <summary>The best grade first, of each grade the latest given.</summary>
    Best,
}
