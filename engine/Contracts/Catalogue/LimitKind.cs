namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>How a limit is counted.</summary>
public enum LimitKind
{
    /// <summary>Whole working days.</summary>
    WorkingDays,

    /// <summary>A due instant that is given from outside.</summary>
    Calendar,
}
