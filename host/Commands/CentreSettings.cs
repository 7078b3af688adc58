using System.ComponentModel;
using ApprovalEngine.Approval.Organisation;
using Npgsql;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands;

/// <summary>Which centre of the database a command works on.</summary>
internal class CentreSettings : DataSettings
{
    [CommandOption("--centre <CODE>")]
    [Description("The centre; may be left out where there is one only.")]
    public string? Centre { get; init; }

    /// <summary>The rights of the command line in the centre: those of the data folder's owner.</summary>
    /// <exception cref="BadInputException">The centre is not known.</exception>
    public async Task<Access> AccessAsync(IServiceProvider services, CancellationToken cancel)
    {
        var codes = new List<string>();
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select code from centre order by code");
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                codes.Add(reader.GetString(0));
            }
        }

        var code = Centre ?? (codes is [var only] ? only : throw new BadInputException($"--centre: one of {string.Join(", ", codes)} is wanted."));
        return codes.Contains(code)
            ? Access.System(await services.GetRequiredService<OrgDirectory>().CentreId(code, cancel))
            : throw new BadInputException($"--centre: there is no centre '{code}'.");
    }
}
