using ApprovalEngine.Approval.Ratings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ApprovalEngine.Approval.Public;

/// <summary>Registers what people outside are answered with.</summary>
internal static class PublicServices
{
    public static IServiceCollection AddPublic(this IServiceCollection services)
    {
        // A host registers its own address before.
        services.TryAddSingleton(new PublicAddress(() => new Uri("http://localhost/")));
        return services.AddSingleton<QueryCodes>().AddSingleton<ReceiptCodes>().AddSingleton<GuideCentre>().AddSingleton<RatingPeriod>();
    }
}
