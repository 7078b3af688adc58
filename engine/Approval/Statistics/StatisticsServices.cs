using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Statistics;

internal static class StatisticsServices
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services
        .AddSingleton<Rollups>()
        .AddSingleton<FigureReader>()
        .AddSingleton<DrillDown>()
        .AddSingleton<FigureScope>()
        .AddSingleton<GroupKeys>();
}
