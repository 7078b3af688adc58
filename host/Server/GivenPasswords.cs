using ApprovalEngine.Approval.Persistence;

namespace ApprovalEngine.Host.Server;

/// <summary>Passwords of the first accounts: given by the environment, else generated and shown once.</summary>
internal static class GivenPasswords
{
    public static IServiceCollection AddGivenPasswords(this IServiceCollection services) => services.AddSingleton(new SetupOptions
    {
        AdminPassword = Setting("APPROVAL_ADMIN_PASSWORD"),
        DemoPassword = Setting("APPROVAL_DEMO_PASSWORD"),
    });

    /// <summary>Tells the person at the terminal what was generated.</summary>
    public static void Show(this SetupReport report, TextWriter terminal)
    {
        if (report.AdminPassword is { } admin)
        {
            terminal.WriteLine($"Sign in as admin with the password {admin} (shown only this once).");
        }

        if (report.DemoPassword is { } demo)
        {
            terminal.WriteLine($"The people of the demo centre share the password {demo} (shown only this once).");
        }
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
