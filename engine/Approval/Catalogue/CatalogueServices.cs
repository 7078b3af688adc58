using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.Catalogue;

internal static class CatalogueServices
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services) => services.AddSingleton<ItemStore>().AddScoped<CatalogueWriter>();
}
