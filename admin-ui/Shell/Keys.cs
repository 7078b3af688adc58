using Microsoft.JSInterop;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Keys of the page that is open and of the frame around it. The browser part lets none through while a character is composed.</summary>
public sealed class Keys(BrowserPart browser)
{
    private readonly List<Dictionary<string, Func<Task>>> layers = [];
    private bool isListening;

    /// <summary>Adds a layer of keys above those that are there; disposing takes it away. Of a page that is left before the browser has answered, who asked disposes it too.</summary>
    public async Task<IAsyncDisposable> Add(Dictionary<string, Func<Task>> keys)
    {
        layers.Add(keys);
        if (!isListening)
        {
            isListening = true;
            await browser.Do("listen", DotNetObjectReference.Create(this));
        }

        await Tell();
        return new Layer(this, keys);
    }

    /// <summary>The keys that do something on the page that is open.</summary>
    public IReadOnlySet<string> Active => layers.SelectMany(layer => layer.Keys).ToHashSet();

    /// <summary>A key was pressed, for instance <c>j</c>, <c>Enter</c> or <c>Ctrl+k</c>.</summary>
    [JSInvokable]
    public Task Press(string key) => layers.AsEnumerable().Reverse().Select(layer => layer.GetValueOrDefault(key)).FirstOrDefault(act => act is not null)?.Invoke() ?? Task.CompletedTask;

    private ValueTask Tell() => browser.Do("want", layers.SelectMany(layer => layer.Keys).Distinct().ToArray() as object);

    private sealed class Layer(Keys owner, Dictionary<string, Func<Task>> keys) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            owner.layers.Remove(keys);
            await owner.Tell();
        }
    }
}
