using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Review;
using ApprovalEngine.AdminUi.Shell;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using MudBlazor;
using MudBlazor.Services;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<Routes>("#office");
builder.Services.AddLocalization();
builder.Services.AddSingleton(new HttpClient { BaseAddress = new Uri(builder.HostEnvironment.BaseAddress) });
builder.Services.AddSingleton<ApiClient>().AddSingleton<Session>().AddSingleton<Notices>().AddSingleton<Texts>();
builder.Services.AddSingleton<BrowserPart>().AddSingleton<Keys>().AddSingleton<LiveEvents>().AddSingleton<MudGate>().AddSingleton<Phrases>().AddSingleton<Preferred>().AddSingleton<InboxColumns>().AddSingleton<Appearance>();
builder.Services.AddTransient<OneAct>().AddTransient<KeptText>().AddTransient<TakingBack>().AddMudServices().AddTransient<MudLocalizer, MudWords>();

var host = builder.Build();

// The first question is asked before the first component: both travel at once.
_ = host.Services.GetRequiredService<Session>().Begin();
await host.RunAsync();
