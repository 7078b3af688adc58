namespace ApprovalEngine.Contracts.Migrations;

/// <summary>The order of the cases that a migration would move.</summary>
public enum MigrationSort
{
    /// <summary>As they were received.</summary>
    Received,

    /// <summary>Those first that would stay where they are.</summary>
    Staying,

    /// <summary>By the promised due moment that they would then have, the earliest first; those without one last.</summary>
    Due,
}
