using System.Diagnostics.CodeAnalysis;

namespace ApprovalEngine.Host.Server;

/// <summary>
/// Hosted services that may run only on a migrated database. They are started by <see cref="StartUp"/>, not by the host, so that the
/// web server answers (and says that it is not ready) while the database is being migrated.
/// </summary>
internal static class AfterDatabase
{
    public const string Key = "after-database";

    /// <summary>Registers services; every hosted service among them waits for the database.</summary>
    public static IServiceCollection AddAfterDatabase(this IServiceCollection services, Action<IServiceCollection> add)
    {
        var before = services.Count;
        add(services);
        for (var i = services.Count - 1; i >= before; i--)
        {
            if (services[i].ServiceType == typeof(IHostedService) && !services[i].IsKeyedService)
            {
                services[i] = Deferred(services[i]);
            }
        }

        return services;
    }

    [SuppressMessage("Style", "IDE0072", Justification = "A descriptor has exactly one of three sources.")]
    private static ServiceDescriptor Deferred(ServiceDescriptor hosted) => hosted switch
    {
        { ImplementationFactory: { } make } => ServiceDescriptor.KeyedSingleton(typeof(IHostedService), Key, (provider, _) => make(provider)),
        { ImplementationType: { } type } => ServiceDescriptor.KeyedSingleton(typeof(IHostedService), Key, type),
        _ => ServiceDescriptor.KeyedSingleton(typeof(IHostedService), Key, (_, _) => hosted.ImplementationInstance!),
    };
}
