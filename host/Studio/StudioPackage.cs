using ApprovalEngine.Host.Npm;

namespace ApprovalEngine.Host.Studio;

/// <summary>Elsa Studio's Blazor WebAssembly designer as custom elements (MIT); its files are served as they are.</summary>
internal static class StudioPackage
{
    public const string Version = "3.8.2";

    public static NpmPackage Package { get; } = new(
        "Elsa Studio", "@elsa-workflows/elsa-studio-wasm", Version,
        "aoyapE8UDCEriuYekGv1CWzLqeNZDUL8nJGmxPXNcvXTkGRT8u4QWBqlRwlm02AZcPpG9PU0FZJx3zSAyQVzGg==", 46, $"elsa-studio-{Version}");
}
