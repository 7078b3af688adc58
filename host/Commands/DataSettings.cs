using System.ComponentModel;
using ApprovalEngine.Host.EmbeddedPostgres;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>Which data a command works on.</summary>
internal class DataSettings : CommandSettings
{
    [CommandOption("--data <DIR>")]
    [Description("The data folder; else APPROVAL_DATA, else the usual place. ConnectionStrings__Approval names a database instead.")]
    public string? Data { get; init; }

    public string Folder => Path.GetFullPath(Data ?? StandardFolders.Data());

    /// <summary>How its private database is started.</summary>
    /// <exception cref="BadInputException">It is no folder.</exception>
    public PostgresOptions Postgres(string purpose, bool mayJoin) => new()
    {
        DataFolder = File.Exists(Folder) ? throw new BadInputException($"--data: {Folder} is a file, not a folder.") : Folder,
        Purpose = purpose,
        MayJoin = mayJoin,
        Progress = Console.Error.WriteLine,
    };
}
