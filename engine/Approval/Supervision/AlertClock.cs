namespace ApprovalEngine.Approval.Supervision;

/// <summary>The clock that an alert speaks of. The numbers are stored.</summary>
public enum AlertClock
{
    /// <summary>The limit that the centre promised.</summary>
    Promised = 0,

    /// <summary>The limit by law.</summary>
    Legal = 1,

    /// <summary>The limit of one step.</summary>
    Step = 2,

    /// <summary>None: a supervisor saw an irregularity.</summary>
    Irregularity = 3,
}
