using System.Text;
using ApprovalEngine.Approval.Backups;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Demo;
using ApprovalEngine.Approval.Elsa;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Public;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Approval.Supervision;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace ApprovalEngine.Approval;

/// <summary>Registers the approval domain.</summary>
public static class ApprovalServices
{
    /// <summary>Adds database, commands, queries and the features' own services.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="connectionString">The PostgreSQL database, with password.</param>
    public static IServiceCollection AddApproval(this IServiceCollection services, string connectionString)
    {
        // Sheets and answers of services come in GBK and GB 18030 too.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ApprovalDatabase(connectionString));
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString).Build());
        services.AddDbContextFactory<ApprovalDbContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention());
        services.TryAddSingleton(new SetupOptions());
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<JobTrigger>();
        services.AddScoped<Seeder>();
        return services.AddOrganisation().AddSigningIn().AddKeys().AddClocks().AddCatalogue().AddDefinitions().AddElsa().AddMigrating().AddStatistics().AddCases().AddSupervision().AddPublic().AddDemo().AddBackups().AddHandlers();
    }

    private static IServiceCollection AddHandlers(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));

        // Problems speak one language whatever the culture of the request; screens translate by code.
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        return services.Scan(scan => scan.FromAssemblyOf<ApprovalDbContext>()
            .AddClasses(classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(INotificationHandler<>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime()

            // Building a validator costs more than a hundred checks with it, and it keeps nothing.
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithSingletonLifetime());
    }
}
