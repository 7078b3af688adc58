using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Persistence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ApprovalEngine.Host.Server;

/// <summary>Tells the person who started the service where to go.</summary>
internal sealed class Announcement(IServer server, DocumentFont font)
{
    /// <summary>Addresses, and passwords that were just generated.</summary>
    public void Print(SetupReport report)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.Out.WriteLine($"ApprovalEngine is ready: {string.Join(", ", addresses)}");
        report.Show(Console.Out);
        if (!font.IsThere)
        {
            Console.Out.WriteLine($"Issued documents cannot be printed here: there is no font for them. {DocumentFont.Advice}");
        }

        Console.Out.Flush();
    }
}
