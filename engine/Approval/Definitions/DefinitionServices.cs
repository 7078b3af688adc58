using ApprovalEngine.Approval.Interchange;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Definitions;

internal static class DefinitionServices
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services) => services.AddSingleton<FlowStore>().AddSingleton<FlowLint>().AddSingleton<ForeignFlows>().AddScoped<ConsumingFlows>().AddScoped<FlowPublication>();
}
