using System.Data;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Tells of a cut connection as callers expect it. A batch is written while its first answers are read; where both find the connection cut
/// at the same moment, Npgsql's reading side meets what its writing side has cleared away and says that something is null.
/// </summary>
internal static class CutConnections
{
    /// <summary>Asks the database.</summary>
    /// <exception cref="NpgsqlException">The connection is cut: nobody knows what became of the question.</exception>
    public static T Told<T>(NpgsqlConnection connection, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (NullReferenceException cut) when (connection.State != ConnectionState.Open)
        {
            throw new NpgsqlException("The connection to the database was cut.", cut);
        }
    }
}
