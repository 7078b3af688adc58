using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Clocks;

internal static class ClockServices
{
    public static IServiceCollection AddClocks(this IServiceCollection services) => services.AddSingleton<CalendarStore>().AddSingleton<CalendarEffect>();
}
