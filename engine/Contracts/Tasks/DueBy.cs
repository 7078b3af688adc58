namespace ApprovalEngine.Contracts.Tasks;

/// <summary>Until when the open tasks are due that a list shows; each holds those before it.</summary>
public enum DueBy
{
    /// <summary>The due moment has passed.</summary>
    Overdue,

    /// <summary>Due today, or overdue.</summary>
    Today,

    /// <summary>Due within <see cref="InboxFilter.WeekDays"/> working days, or overdue.</summary>
    Week,
}
