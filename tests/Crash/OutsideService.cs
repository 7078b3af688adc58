using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace ApprovalEngine.Crash;

/// <summary>
/// A service outside, as unreliable as any: busy for the moment, late with its answer, gone before it is heard, and now and then refusing for good.
/// It keeps to the contract of its kind: a key has one effect, however often it is delivered, and the same answer each time.
/// </summary>
internal sealed class OutsideService : IDisposable
{
    /// <summary>One message in so many is refused for good.</summary>
    private const int OneRefusedIn = 25;

    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, Received> received = [];
    private readonly Random random;
    private readonly Task listening;
    private int receipts;
    private volatile bool isCalm;

    public OutsideService(int seed)
    {
        random = new Random(seed);
        Address = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}/");
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        listening = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>What was delivered, by key.</summary>
    public IReadOnlyCollection<Received> All => [.. received.Values];

    /// <summary>What came, in words.</summary>
    public string Counts
    {
        get
        {
            var all = All;
            return FormattableString.Invariant($"{all.Count} calls outside, delivered {all.Sum(one => one.Deliveries)} times, {all.Count(one => one.Deliveries > 1)} of them more than once; {all.Count(one => one.Receipt is not null)} effects");
        }
    }

    /// <summary>From now on it answers at once.</summary>
    public void CalmDown() => isCalm = true;

    public void Dispose()
    {
        listener.Close();
        listening.Wait();
    }

    /// <summary>What came under one key.</summary>
    internal sealed class Received(string key)
    {
        /// <summary>The product's keys are the centre and the number of the message.</summary>
        public long Message { get; } = long.Parse(key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);

        public HashSet<string> Bodies { get; } = [];

        public int Deliveries { get; set; }

        /// <summary>The one effect; null while there is none.</summary>
        public string? Receipt { get; set; }
    }

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var call = await listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(call));
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext call)
    {
        try
        {
            using var reader = new StreamReader(call.Request.InputStream);
            await TakeAsync(call, call.Request.Headers["Idempotency-Key"]!, await reader.ReadToEndAsync());
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The host that called was killed meanwhile; it or the other one will call again.
        }
    }

    private async Task TakeAsync(HttpListenerContext call, string key, string body)
    {
        var message = received.GetOrAdd(key, key => new Received(key));
        var mood = Mood();
        var isRefused = message.Message % OneRefusedIn == 0;
        lock (message)
        {
            message.Deliveries++;
            message.Bodies.Add(body);
            if (mood >= 15 && !isRefused)
            {
                message.Receipt ??= $"R-{Interlocked.Increment(ref receipts)}";
            }
        }

        if (mood is >= 15 and < 25)
        {
            // It happened, and nobody hears of it. Giving up, the listener may still send its header: that must not say that all is well.
            call.Response.StatusCode = (int)HttpStatusCode.BadGateway;
            call.Response.Abort();
            return;
        }

        await Task.Delay(mood < 35 ? 1500 : 0);
        call.Response.StatusCode = (int)(mood < 15 ? HttpStatusCode.ServiceUnavailable : isRefused ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        call.Response.Close(JsonSerializer.SerializeToUtf8Bytes(new { receipt = message.Receipt }), willBlock: false);
    }

    private int Mood()
    {
        lock (random)
        {
            return isCalm ? 99 : random.Next(100);
        }
    }
}
