using ApprovalEngine.Approval.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Organisation;

internal static class OrganisationServices
{
    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddSingleton<OrgDirectory>();
        services.AddSingleton<Applicants>();
        services.AddScoped<OrganisationWriter>();
        services.AddIdentityCore<User>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireDigit = false;
                options.Lockout.MaxFailedAccessAttempts = 8;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<ApprovalDbContext>();
        return services;
    }
}
