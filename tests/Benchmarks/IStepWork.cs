namespace ApprovalEngine.Benchmarks;

/// <summary>A way of doing steps; two are run in turn in the same run and compared.</summary>
internal interface IStepWork
{
    string Name { get; }

    /// <summary>Does steps on cases of this worker's own until told to stop.</summary>
    Task RunAsync(int worker, int workers, Func<bool> goOn, Action stepDone);
}
