namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What a day of the calendar is.</summary>
public enum DayKind
{
    /// <summary>A working day of the plain week.</summary>
    Work,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>An off day by the notice.</summary>
    Holiday,

    /// <summary>A weekend day that is worked (調休上班).</summary>
    Shifted,
}
