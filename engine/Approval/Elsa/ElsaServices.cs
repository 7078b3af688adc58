using ApprovalEngine.Approval.Elsa.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Elsa;

/// <summary>Registers what serves Elsa's clients.</summary>
internal static class ElsaServices
{
    public static IServiceCollection AddElsa(this IServiceCollection services) => services.AddSingleton<ElsaPresenter>();
}
