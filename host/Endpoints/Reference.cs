using ApprovalEngine.Host.Identity.Keys;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The API's description (OpenAPI 3.1) and its readable reference.</summary>
internal static class Reference
{
    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Describe);
    });

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/scalar", options => options.WithTitle("ApprovalEngine API").DisableDefaultFonts().DisableTelemetry()).AllowAnonymous();
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        const string scheme = "bearer";
        const string key = "key";
        document.Info.Title = "ApprovalEngine";
        document.Info.Description = "The approval back office of a government-service centre. Sign in at POST /api/v1/sign-in, or send a program's key.";
        document.Servers = [];
        document.AddComponent(scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = scheme });
        document.AddComponent(key, new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = ApiKeyHandler.Header });
        document.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] },
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(key, document)] = [] },
        ];
        return Task.CompletedTask;
    }
}
