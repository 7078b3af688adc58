using ApprovalEngine.Approval.Elsa.Definitions;
using ApprovalEngine.Approval.Elsa.Descriptors;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Elsa;

/// <summary>Registers what serves Elsa's clients.</summary>
internal static class ElsaServices
{
    public static IServiceCollection AddElsa(this IServiceCollection services) => services.AddSingleton<ElsaPresenter>().AddSingleton<UsableDefinitions>();
}
