using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Organisation;
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
        context.Services.AddLocalization().AddSingleton<ApprovalEngine.AdminUi.Resources.Texts>().AddSingleton(server is null ? new HttpClient() : new HttpClient(server) { BaseAddress = new("http://office.test/") }).AddSingleton<ApiClient>().AddSingleton<Session>().AddSingleton<BrowserPart>().AddSingleton<MudGate>().AddSingleton<Notices>().AddSingleton<Phrases>().AddSingleton<Preferred>().AddSingleton<InboxColumns>().AddSingleton<Appearance>().AddSingleton<Keys>().AddSingleton<LiveEvents>().AddTransient<OneAct>().AddTransient<KeptText>().AddTransient<TakingBack>();
        context.Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
    }

    /// <summary>Somebody with these roles works there, among people of these user names and names.</summary>
    public static Task<Session> SignIn(BunitContext context, Answering server, Role[] roles, params (string UserName, string Name)[] people) => SignIn(context, server, "C", roles, people);

    /// <summary>Somebody with these roles at one unit.</summary>
    public static async Task<Session> SignIn(BunitContext context, Answering server, string unit, Role[] roles, params (string UserName, string Name)[] people)
    {
        var held = string.Join(',', roles.Select(role => $$"""{"role":"{{role}}","unitPath":"/1/","unit":"{{unit}}"}"""));
        var names = string.Join(',', people.Select(one => $$"""{"userName":"{{one.UserName}}","displayName":"{{one.Name}}","isActive":true}"""));
        server
            .With("GET me", $$"""{"userName":"li.na","displayName":"李娜","centre":{"zh-Hans":"c","zh-Hant":"c","en":"c"},"zone":"Asia/Shanghai","roles":[{{held}}],"preferences":{} }""")
            .With("GET organisation/names", $"[{names}]").With("GET items?take=200", """{"items":[]}""");
        if (!server.Knows("GET organisation/units?take=200"))
        {
            server.With("GET organisation/units?take=200", """{"items":[]}""");
        }

        var session = context.Services.GetRequiredService<Session>();
        await session.Begin();
        return session;
    }
}
