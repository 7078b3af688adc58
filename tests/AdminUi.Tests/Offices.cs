using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.AdminUi.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace AdminUi.Tests;

/// <summary>What components of the office are given.</summary>
internal static class Offices
{
    public static void Add(BunitContext context, HttpMessageHandler? server = null)
    {
        System.Globalization.CultureInfo.CurrentUICulture = new("en");
        context.Services.AddLocalization().AddSingleton<ApprovalEngine.AdminUi.Resources.Texts>().AddSingleton(server is null ? new HttpClient() : new HttpClient(server) { BaseAddress = new("http://office.test/") }).AddSingleton<ApiClient>().AddSingleton<Session>().AddSingleton<BrowserPart>().AddSingleton<MudGate>().AddSingleton<Notices>().AddSingleton<Phrases>().AddSingleton<Appearance>();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
    }
}
