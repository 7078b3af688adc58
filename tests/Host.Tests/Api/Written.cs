using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Host.Tests.Api;

/// <summary>All that is logged from a level on.</summary>
/// <param name="least">The level.</param>
internal sealed class Written(LogLevel least) : ILoggerProvider, ILogger
{
    public ConcurrentBag<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        if (least == LogLevel.Trace)
        {
            Lines.Add($"{state}");
        }

        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Lines.Add(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }
}
