using System.Runtime.InteropServices;

namespace ApprovalEngine.Host.Commands;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation, so that what was started is also stopped.</summary>
internal sealed partial class StopSignals : IDisposable
{
    private const int InterruptSignal = 2;
    private const nint DefaultHandler = 0;

    private readonly CancellationTokenSource source;
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals(CancellationToken outer)
    {
        // A shell starts background programs with SIGINT ignored, and .NET would leave it so; a script may still want to stop us with it.
        _ = SetHandler(InterruptSignal, DefaultHandler);
        source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP }
            .Select(signal => PosixSignalRegistration.Create(signal, Stop))];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        source.Cancel();
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint SetHandler(int signal, nint handler);
}
