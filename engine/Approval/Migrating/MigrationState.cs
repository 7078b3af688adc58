namespace ApprovalEngine.Approval.Migrating;

/// <summary>How a migration stands.</summary>
public enum MigrationState
{
    /// <summary>Cases are being moved.</summary>
    Running = 0,

    /// <summary>It waits until it is resumed.</summary>
    Paused = 1,

    /// <summary>Every case is dealt with.</summary>
    Finished = 2,
}

/// <summary>What became of a case.</summary>
public enum MigrationResult
{
    /// <summary>Nothing yet.</summary>
    Waiting = 0,

    /// <summary>It runs on the new version.</summary>
    Done = 1,

    /// <summary>It was left where it is.</summary>
    Skipped = 2,
}
