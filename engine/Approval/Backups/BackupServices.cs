using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Backups;

internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services.AddSingleton<Backup>().AddSingleton<Restore>();
}
