using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ApprovalEngine.Approval;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Host.Commands;
using ApprovalEngine.Host.EmbeddedPostgres;
using ApprovalEngine.Host.Endpoints;
using ApprovalEngine.Host.Endpoints.Elsa;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Health;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Identity.Outer;
using ApprovalEngine.Host.Jobs;
using ApprovalEngine.Host.Pages;
using ApprovalEngine.Host.Pages.Public;
using ApprovalEngine.Host.Problems;
using ApprovalEngine.Host.Studio;

namespace ApprovalEngine.Host.Server;

/// <summary>The web application: what it consists of, and its life.</summary>
internal static class WebServer
{
    /// <summary>Serves until stopped.</summary>
    /// <returns>False when it could not start.</returns>
    public static async Task<bool> RunAsync(string connectionString, string? urls, string dataFolder, CancellationToken cancel)
    {
        await using var app = Build(connectionString, urls, dataFolder);
        var startUp = app.Services.GetRequiredService<StartUp>();
        await app.RunAsync(cancel);
        return startUp.Failure is null;
    }

    /// <param name="connectionString">The database, with password.</param>
    /// <param name="urls">Where to listen; null as configured.</param>
    /// <param name="dataFolder">Where the seals are written outside the database, unless configured otherwise; null to write none.</param>
    /// <param name="cacheFolder">Where fetched packages are kept; null for the usual place.</param>
    /// <param name="settings">Settings beside those of files and environment.</param>
    public static WebApplication Build(
        string connectionString, string? urls, string? dataFolder = null, string? cacheFolder = null, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        builder.Services.AddSingleton(new SealOptions(dataFolder is null ? null : SealPlace.In(dataFolder, builder.Configuration["Audit:SealFile"])));
        builder.Services.AddSingleton(new StudioCache(cacheFolder ?? StandardFolders.Cache()));
        AddServices(builder.Services, builder.Configuration, connectionString);
        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration, string connectionString)
    {
        services.AddSingleton(new ReceiverOptions { Receivers = configuration.GetSection(ReceiverOptions.Section).Get<Dictionary<string, Receiver>>() ?? [] });
        services.AddSingleton(new HttpDestinations { Allowed = configuration.GetSection(HttpDestinations.Section).Get<List<HttpDestination>>() ?? [] });
        services.AddSingleton(DocumentFont.Find(configuration["Documents:Font"]));

        // Keys and job stores live in the database: whatever the engine and what stands on it start must wait for it.
        services.AddAfterDatabase(waiting => waiting.AddApproval(connectionString).AddGivenPasswords());
        services.AddSingleton<Announcement>().AddSingleton<StartUp>().AddHostedService(provider => provider.GetRequiredService<StartUp>());
        services.AddHealth(configuration).AddTelemetry(configuration).AddSecurityHeaders().AddCompressedLists().AddReference().AddElsaHub().AddPublicPages(configuration);
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            StrictRequests.Apply(json.SerializerOptions);
        });
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ProblemMap.Complete).AddExceptionHandler<ProblemAnswers>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

        services.AddAfterDatabase(waiting => waiting.AddAccounts(configuration).AddPages().AddStudio().AddScoped<ListExports>().AddJobServers(connectionString));
    }

    private static void Map(WebApplication app)
    {
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UseCompressedLists();
        app.UseExceptionHandler();
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages());
        app.UseWhen(ElsaErrors.IsElsa, elsa => elsa.UseStatusCodePages(ElsaErrors.WriteAsync));
        app.UseStaticFiles();
        app.UseRequestLocalization();
        app.UseMiddleware<NotBeforeReady>();
        app.UseAuthentication();
        app.UseMiddleware<EndedSignIns>();

        // After the answers of a provider, which have no endpoint, and before the sign-in form would be shown.
        app.UseMiddleware<UnknownPages>();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapTelemetry();
        app.MapReference();
        app.MapOuter();
        app.MapApi();
        app.MapElsa();
        app.MapJobDashboard();
        app.MapStudio();
        app.MapOffice();
        app.MapPages();
    }

    private static bool IsForPrograms(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
