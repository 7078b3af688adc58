namespace ApprovalEngine.Host.Commands;

/// <summary>Where the seals outside the database stand: as configured (<c>Audit__SealFile</c>), else in the data folder.</summary>
internal static class SealPlace
{
    private const string Name = "seals.jsonl";

    public static string In(string dataFolder, string? configured = null) =>
        configured is { Length: > 0 } ? Path.GetFullPath(configured)
        : Environment.GetEnvironmentVariable("Audit__SealFile") is { Length: > 0 } given ? Path.GetFullPath(given)
        : Path.Combine(dataFolder, Name);
}
