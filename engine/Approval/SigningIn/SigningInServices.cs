using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ApprovalEngine.Approval.SigningIn;

internal static class SigningInServices
{
    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddDataProtection();
        new IdentityBuilder(typeof(User), services).AddTokenProvider<SecondStepProvider>(SecondStepProvider.Name);
        return services.AddSingleton<SecondStepCodes>().AddScoped<Proofs>().AddScoped<OwnAccount>();
    }
}
