using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Demo;

internal static class DemoServices
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddSingleton<DemoCentre>();
}
