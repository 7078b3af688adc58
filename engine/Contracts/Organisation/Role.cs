namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Roles are held per organisation unit and reach down its tree (contracts.md, "Accounts and rights").</summary>
public enum Role
{
    /// <summary>Flows, items, organisation, calendars, profiles, jobs, incidents; no case content without a second role.</summary>
    Administrator,

    /// <summary>Intake, receipts, hand-over at a window.</summary>
    WindowClerk,

    /// <summary>Tasks offered or assigned, and the cases they belong to.</summary>
    Reviewer,

    /// <summary>Alerts: decide, escalate, inspections.</summary>
    Supervisor,

    /// <summary>Reads everything in scope.</summary>
    Auditor,

    /// <summary>Board, reports, extensions, releases.</summary>
    HeadOfCentre,

    /// <summary>Cases handed in for others.</summary>
    Agent,

    /// <summary>Programs: jobs, the command line, other systems that hand in cases with a key.</summary>
    System,
}
