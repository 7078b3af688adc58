using System.Globalization;
using Spectre.Console;

namespace ApprovalEngine.Host.Commands;

/// <summary>Progress of long work on standard error: a bar on a terminal, now and then a line elsewhere.</summary>
internal static class ProgressBar
{
    private const int Lines = 10;

    /// <summary>Does the work and shows how far it is.</summary>
    public static Task<T> RunAsync<T>(string title, Func<IProgress<(int Done, int Of)>, Task<T>> work) => Console.IsErrorRedirected
        ? work(new LineProgress(title))
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
            .StartAsync(context => work(new BarProgress(context.AddTask(title))));

    private sealed class BarProgress(ProgressTask task) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value)
        {
            task.MaxValue = value.Of;
            task.Value = value.Done;
        }
    }

    private sealed class LineProgress(string title) : IProgress<(int Done, int Of)>
    {
        private int told;

        public void Report((int Done, int Of) value)
        {
            var tenth = value.Of == 0 ? Lines : (int)((long)value.Done * Lines / value.Of);
            if (tenth > told)
            {
                told = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {value.Done} of {value.Of}"));
            }
        }
    }
}
