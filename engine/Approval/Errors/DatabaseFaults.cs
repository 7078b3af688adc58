using Npgsql;

namespace ApprovalEngine.Approval.Errors;

/// <summary>Tells faults of the database from those of what was asked, also where Entity Framework has wrapped them.</summary>
public static class DatabaseFaults
{
    /// <summary>Whether the database, or the way to it, is at fault.</summary>
    public static bool IsOfDatabase(this Exception fault) => fault.Of() is not null;

    /// <summary>
    /// Whether nobody gets on: the way to the database is cut, or it is away for a moment. What the database refuses for the sake of one statement is
    /// the fault of whoever sent that, and must not hold up others.
    /// </summary>
    public static bool IsCut(this Exception fault) => fault.Of() is { } found && !(found is PostgresException { InvariantSeverity: "ERROR", IsTransient: false });

    /// <summary>Whether the database is away for a moment: the same may well succeed when it is tried again.</summary>
    public static bool IsAway(this Exception fault) => fault.Of() is { IsTransient: true };

    private static NpgsqlException? Of(this Exception? fault) => fault is null or NpgsqlException ? fault as NpgsqlException : fault.InnerException.Of();
}
