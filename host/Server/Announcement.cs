using ApprovalEngine.Host.Identity;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ApprovalEngine.Host.Server;

/// <summary>Tells the person who started the service where to go.</summary>
internal sealed class Announcement(IServer server)
{
    /// <summary>Addresses, and the administrator's password when it was just generated.</summary>
    public void Print(string? generatedPassword)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.Out.WriteLine($"ApprovalEngine is ready: {string.Join(", ", addresses)}");
        if (generatedPassword is not null)
        {
            Console.Out.WriteLine($"Sign in as {AdministratorAccount.UserName} with the password {generatedPassword} (shown only this once).");
        }

        Console.Out.Flush();
    }
}
