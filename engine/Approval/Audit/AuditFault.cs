namespace ApprovalEngine.Approval.Audit;

/// <summary>What can be wrong with a trail or with its seals.</summary>
public enum AuditFault
{
    /// <summary>A row's content does not give its hash.</summary>
    Changed,

    /// <summary>A row is whole in itself but not chained to the one before it.</summary>
    Swapped,

    /// <summary>A row is missing within the chain, or was sealed and is gone.</summary>
    Deleted,

    /// <summary>The chain ends before, or elsewhere than, the case row says.</summary>
    CutOff,

    /// <summary>There is a trail without its case.</summary>
    CaseMissing,

    /// <summary>A row whose chain is whole, but which is not what was sealed.</summary>
    Rewritten,

    /// <summary>A row that stands among sealed ones and was not sealed with them.</summary>
    Added,

    /// <summary>Administrative events are not those that were sealed.</summary>
    EventsChanged,

    /// <summary>A seal does not give its own hash, is not linked to the one before, or does not fit its rows.</summary>
    SealChanged,

    /// <summary>A seal is missing: within its chain, or one that stands in the file outside the database.</summary>
    SealMissing,
}
