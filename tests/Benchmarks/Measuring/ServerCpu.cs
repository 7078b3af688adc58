using System.Globalization;

namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>CPU time of PostgreSQL's processes: a figure that other work on the machine does not falsify.</summary>
internal sealed class ServerCpu(int postmaster)
{
    private const double MicrosecondsPerTick = 10_000; // Linux counts a hundred ticks a second

    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int UserTimeOfEnded = 13;
    private const int SystemTimeOfEnded = 14;

    /// <summary>Microseconds used so far by the postmaster's children, those that have ended included.</summary>
    public double Microseconds()
    {
        double ticks = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            if (Fields(folder) is not { } fields)
            {
                continue;
            }

            var isPostmaster = Path.GetFileName(folder) == postmaster.ToString(CultureInfo.InvariantCulture);
            var isChild = Number(fields, Parent) == postmaster;
            ticks += isPostmaster || isChild ? Number(fields, UserTime) + Number(fields, SystemTime) : 0;
            ticks += isPostmaster ? Number(fields, UserTimeOfEnded) + Number(fields, SystemTimeOfEnded) : 0;
        }

        return ticks * MicrosecondsPerTick;
    }

    /// <summary>The fields behind the program's name, which may hold blanks; null when the process has ended meanwhile.</summary>
    private static string[]? Fields(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string[] fields, int index) => long.Parse(fields[index], CultureInfo.InvariantCulture);
}
