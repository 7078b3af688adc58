using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Supervision;

internal static class SupervisionServices
{
    public static IServiceCollection AddSupervision(this IServiceCollection services) => services.AddSingleton<AlertReader>();
}
