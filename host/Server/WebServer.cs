namespace ApprovalEngine.Host.Server;

/// <summary>The web application: what it consists of, and its life.</summary>
internal static class WebServer
{
    public static async Task RunAsync(string connectionString, string? urls, CancellationToken cancel)
    {
        await using var app = Build(connectionString, urls);
        await app.RunAsync(cancel);
    }

    public static WebApplication Build(string connectionString, string? urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["ConnectionStrings:Approval"] = connectionString;
        if (urls is not null)
        {
            builder.WebHost.UseUrls(urls);
        }

        var app = builder.Build();
        app.MapGet("/health/live", () => "alive");
        return app;
    }
}
