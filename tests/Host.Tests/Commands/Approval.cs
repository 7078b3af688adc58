using System.Diagnostics;
using System.Text.Json;

namespace Host.Tests.Commands;

/// <summary>The command line as a user calls it: a process of its own, its two outputs and its exit code.</summary>
internal sealed record Approval(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);

    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";

    /// <summary>Path of a file of tests/Data.</summary>
    public static string Data(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);

    public static Task<Approval> Run(params string[] arguments) => RunOn(null, arguments);

    /// <summary>On a database that the environment names; null for the data folder's.</summary>
    public static async Task<Approval> RunOn(string? connectionString, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ApprovalEngine.Host.Server.StartUp).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (connectionString is not null)
        {
            start.Environment["ConnectionStrings__Approval"] = connectionString;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Approval(process.ExitCode, await output, await error);
    }
}
