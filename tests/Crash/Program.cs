using System.Globalization;
using ApprovalEngine.Crash;

// tests/crash [--blows N] [--seed S]
static int Option(string[] arguments, string name, int otherwise) =>
    Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? int.Parse(arguments[at + 1], CultureInfo.InvariantCulture) : otherwise;

var plan = new CrashPlan { Seed = Option(args, "--seed", Environment.TickCount), Blows = Option(args, "--blows", 200) };
var folder = Directory.CreateTempSubdirectory("approval-crash-").FullName;
if (!OperatingSystem.IsWindows())
{
    // The system user that runs server and hosts for root must get through.
    File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
}

Console.WriteLine($"seed {plan.Seed}, {plan.Blows} blows");
var report = await new CrashRun(plan, folder, Console.WriteLine).RunAsync();
foreach (var line in report.Lines())
{
    Console.WriteLine(line);
}

if (report.Findings.Count == 0)
{
    Directory.Delete(folder, recursive: true);
    return 0;
}

Console.WriteLine($"data and logs are kept in {folder}");
return 1;
