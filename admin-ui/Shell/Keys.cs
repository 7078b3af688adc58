using Microsoft.JSInterop;

namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Keys of the page that is open and of the frame around it. The browser part lets none through while a character is composed.</summary>
public sealed class Keys(BrowserPart browser)
{
    private readonly List<Dictionary<string, Func<Task>>> layers = [];
    private bool isListening;

    /// <summary>
    /// Adds a layer of keys above those that are there; disposing takes it away. It is there before the browser is told, by
    /// <see cref="Layer.Listen"/>: a page that is left while the browser answers takes its keys along.
    /// </summary>
    public Layer Add(Dictionary<string, Func<Task>> keys)
    {
        layers.Add(keys);
        return new(this, keys);
    }

    /// <summary>The keys that do something on the page that is open.</summary>
    public IReadOnlySet<string> Active => layers.SelectMany(layer => layer.Keys).ToHashSet();

    /// <summary>A key was pressed, for instance <c>j</c>, <c>Enter</c> or <c>Ctrl+k</c>.</summary>
    [JSInvokable]
    public Task Press(string key) => layers.AsEnumerable().Reverse().Select(layer => layer.GetValueOrDefault(key)).FirstOrDefault(act => act is not null)?.Invoke() ?? Task.CompletedTask;

    private async Task Listen()
    {
        if (!isListening)
        {
            isListening = true;
            await browser.Do("listen", DotNetObjectReference.Create(this));
        }

        await Tell();
    }

    private ValueTask Tell() => browser.Do("want", layers.SelectMany(layer => layer.Keys).Distinct().ToArray() as object);

    /// <summary>The keys of one page, as long as it is open.</summary>
    public sealed class Layer : IAsyncDisposable
    {
        private readonly Keys owner;
        private readonly Dictionary<string, Func<Task>> keys;

        internal Layer(Keys owner, Dictionary<string, Func<Task>> keys) => (this.owner, this.keys) = (owner, keys);

        /// <summary>Has the browser let these keys through.</summary>
        public Task Listen() => owner.Listen();

        /// <summary>Takes the keys away.</summary>
        public async ValueTask DisposeAsync()
        {
            owner.layers.Remove(keys);
            await owner.Tell();
        }
    }
}
