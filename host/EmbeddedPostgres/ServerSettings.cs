using System.Globalization;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>The settings of the private server, rewritten at each start and included from `postgresql.conf`.</summary>
internal static class ServerSettings
{
    public const string FileName = "approval.conf";

    private const long Megabyte = 1024 * 1024;

    // A page anywhere costs about what the next one does: the disks are solid, and a centre's indexes fit into memory.
    private const string RandomPageCost = "1.1";

    public static string For(DataFolder folder, int port, bool isThrowaway)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        var buffers = isThrowaway ? 128 : Math.Clamp(memory / 4, 128, 2048);
        return string.Create(CultureInfo.InvariantCulture, $"""
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = '{folder.SocketFolder?.Replace("'", "''", StringComparison.Ordinal)}'
            unix_socket_permissions = 0700
            max_connections = 200
            shared_buffers = '{buffers}MB'
            effective_cache_size = '{Math.Max(memory / 2, 256)}MB'
            random_page_cost = {RandomPageCost}
            wal_compression = on
            timezone = 'UTC'
            log_timezone = 'UTC'
            {(isThrowaway ? Careless : Careful)}
            """);
    }

    /// <summary>Durability untouched; the log keeps a week.</summary>
    private const string Careful = """
        max_wal_size = '8GB'
        logging_collector = on
        log_directory = '../log'
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = '1d'
        """;

    private const string Careless = """
        max_wal_size = '1GB'
        fsync = off
        synchronous_commit = off
        full_page_writes = off
        """;
}
