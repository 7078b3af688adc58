using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Elsa.Descriptors;
using ApprovalEngine.Approval.Elsa.Instances;
using ApprovalEngine.Approval.Elsa.Trials;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Elsa;

/// <summary>Registers what serves Elsa's clients.</summary>
internal static class ElsaServices
{
    public static IServiceCollection AddElsa(this IServiceCollection services) => services
        .AddSingleton<ElsaPresenter>()
        .AddSingleton<UsableDefinitions>()
        .AddSingleton<TrialDesk>()
        .AddSingleton<InstanceReader>()
        .AddSingleton<ObservedInstances>();
}
