using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

/// <summary>What components of the office are given.</summary>
internal static class Offices
{
    public static void Add(BunitContext context)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        context.Services.AddLocalization().AddSingleton<ApprovalEngine.AdminUi.Resources.Texts>().AddSingleton(new HttpClient()).AddSingleton<ApiClient>().AddSingleton<Session>();
        context.JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
