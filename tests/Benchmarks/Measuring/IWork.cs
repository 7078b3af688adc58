namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>Something done again and again by several workers at once; the product's way and bare SQL are run in turn and compared.</summary>
internal interface IWork
{
    /// <summary>Does it again and again, each worker on cases of its own, until told to stop.</summary>
    /// <param name="worker">Number of the worker, from 0.</param>
    /// <param name="workers">How many there are.</param>
    /// <param name="goOn">False when time is up.</param>
    /// <param name="done">To be called once for each piece of work that is committed.</param>
    Task RunAsync(int worker, int workers, Func<bool> goOn, Action done);
}
