namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Elsa's storage drivers for variables and inputs.</summary>
internal static class StorageDrivers
{
    /// <summary>
    /// Whether a driver keeps a value over a wait (conformance points 17 and 18): only those that write into the workflow's state do.
    /// Without one, with the memory driver, or with one that Elsa does not know, the value lives for one run.
    /// </summary>
    public static bool Keep(string? driver) => driver is not null && ClrName.Own(driver) is ("WorkflowInstanceStorageDriver" or "WorkflowStorageDriver");
}
