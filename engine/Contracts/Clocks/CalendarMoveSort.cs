namespace ApprovalEngine.Contracts.Clocks;

/// <summary>The order of the cases of which a calendar would move something.</summary>
public enum CalendarMoveSort
{
    /// <summary>As they were received.</summary>
    Received,

    /// <summary>By the earliest moment that would become another; those first that need looking after soonest.</summary>
    Becomes,

    /// <summary>By how far anything would move, the farthest first.</summary>
    Shift,
}
