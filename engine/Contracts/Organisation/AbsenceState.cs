namespace ApprovalEngine.Contracts.Organisation;

/// <summary>How an absence stands on the centre's today.</summary>
public enum AbsenceState
{
    /// <summary>It lasts: the deputy stands in.</summary>
    Running,

    /// <summary>It has not begun.</summary>
    ToCome,

    /// <summary>Its last day has passed.</summary>
    Over,
}
