using System.Diagnostics.CodeAnalysis;
using Microsoft.JSInterop;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>What only the browser can do (wwwroot/office.js).</summary>
public sealed class BrowserPart(IJSRuntime browser)
{
    private Task<IJSObjectReference>? module;

    /// <summary>Calls a function without an answer.</summary>
    public async ValueTask Do(string name, params object?[] arguments) => await (await Module()).InvokeVoidAsync(name, arguments);

    /// <summary>Calls a function.</summary>
    public async ValueTask<T> Ask<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)] T>(string name, params object?[] arguments) => await (await Module()).InvokeAsync<T>(name, arguments);

    private Task<IJSObjectReference> Module() => module ??= browser.InvokeAsync<IJSObjectReference>("import", "/office.js").AsTask();
}
