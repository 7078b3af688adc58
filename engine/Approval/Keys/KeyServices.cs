using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Keys;

internal static class KeyServices
{
    public static IServiceCollection AddKeys(this IServiceCollection services) => services.AddSingleton<ApiKeys>();
}
