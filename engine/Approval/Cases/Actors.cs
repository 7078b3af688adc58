namespace ApprovalEngine.Approval.Cases;

/// <summary>Names under which the system itself acts.</summary>
public static class Actors
{
    /// <summary>A moment that came.</summary>
    public const string Timer = "system/timer";

    /// <summary>A level of supervision that was reached.</summary>
    public const string Supervision = "system/supervision";

    /// <summary>An answer from outside.</summary>
    public const string Outbox = "system/outbox";

    /// <summary>A replay of recorded history.</summary>
    public const string Import = "system/import";

    /// <summary>A calendar that was published.</summary>
    public const string Calendar = "system/calendar";

    /// <summary>A job that looks after the whole database.</summary>
    public const string Jobs = "system/jobs";

    /// <summary>The applicant, who has no account: known by number and code.</summary>
    public const string Applicant = "applicant";

    /// <summary>Before the name of a program that acts by a key of its own.</summary>
    public const string Program = "program/";

    /// <summary>The command line.</summary>
    public const string CommandLine = "system/cli";
}
