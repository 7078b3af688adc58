namespace ApprovalEngine.AdminUi.Review;

/// <summary>What a row of the inbox can say beside its item and its deadline, in the order in which it says it.</summary>
public enum InboxColumn
{
    /// <summary>Who applies.</summary>
    Applicant,

    /// <summary>The step; of a copy, who gave it.</summary>
    Step,

    /// <summary>The case's number.</summary>
    CaseNo,

    /// <summary>The unit whose task it is.</summary>
    Unit,

    /// <summary>Since when it waits.</summary>
    Opened,

    /// <summary>The moment at which it is due.</summary>
    Due,
}
