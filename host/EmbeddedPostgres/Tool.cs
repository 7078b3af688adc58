using System.Diagnostics;

namespace ApprovalEngine.Host.EmbeddedPostgres;

/// <summary>Runs a program of the machine to its end and returns what it said.</summary>
internal static class Tool
{
    /// <summary>The exit code that stands for a program that is not there.</summary>
    public const int NotInstalled = -1;

    /// <summary>Exit code and both outputs of a finished program.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>The last words of the program, for a message.</summary>
        public string LastLine => (Error + "\n" + Output).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault() ?? $"exit code {ExitCode}";
    }

    public static async Task<Result> RunAsync(
        IReadOnlyList<string> command, CancellationToken cancel, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            // Another account may not enter the caller's folder.
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var error = process.StandardError.ReadToEndAsync(cancel);
            await EndAsync(process, cancel);
            return new Result(process.ExitCode, await output, await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new Result(NotInstalled, "", missing.Message);
        }
    }

    /// <summary>Who gives up waiting leaves no program behind.</summary>
    private static async Task EndAsync(Process process, CancellationToken cancel)
    {
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }
}
