using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Migrating;

internal static class MigrationServices
{
    public static IServiceCollection AddMigrating(this IServiceCollection services) =>
        services.AddSingleton<MigrationPlans>().AddSingleton<OpenCases>().AddSingleton<MigrationRun>().AddSingleton<OpenMigrations>();
}
