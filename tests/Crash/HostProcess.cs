using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Crash;

/// <summary>A real host: the built program in a process of its own.</summary>
internal sealed class HostProcess(string connectionString, string folder, Uri outside) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private Process? process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it; it is ready later.</summary>
    public void Start()
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet", [typeof(StartUp).Assembly.Location, "serve", "--data", folder, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Approval"] = connectionString;
        start.Environment[$"Receivers__{ExchangeItem.Receiver}__Url"] = outside.ToString();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Log(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits until it answers requests.</summary>
    public async Task ReadyAsync()
    {
        for (var waited = Stopwatch.StartNew(); !await AnswersAsync(); await Task.Delay(50))
        {
            if (process!.HasExited || waited.Elapsed > Patience)
            {
                throw new TimeoutException($"A host did not come up ({(process.HasExited ? $"exit code {process.ExitCode}" : "no answer")}); its log is {LogFile}.");
            }
        }
    }

    /// <summary>SIGKILL: nothing is tidied up.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }

        process?.Dispose();
        http.Dispose();
    }

    private string LogFile => $"{folder}.log";

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "/api/v1/me"));
            return answer.StatusCode == HttpStatusCode.Unauthorized;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    private void Log(string? line)
    {
        lock (http)
        {
            File.AppendAllText(LogFile, line + "\n");
        }
    }
}
