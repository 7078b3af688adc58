using System.Collections.Immutable;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// The case's two clocks as a ledger: budget and events, nothing derived. Due moments, days used and explanations are read from
/// <see cref="Promised"/> and <see cref="Legal"/> by <see cref="Deadlines.Read"/>.
/// </summary>
/// <param name="AcceptedAt">Instant (UTC) at which the clocks began.</param>
/// <param name="LegalLimit">Limit by law.</param>
/// <param name="PromisedLimit">Limit promised.</param>
/// <param name="Events">Stops, resumptions, extensions and restarts in the order in which they happened.</param>
public sealed record CaseClock(DateTimeOffset AcceptedAt, Limit LegalLimit, Limit PromisedLimit, ImmutableArray<ClockEvent> Events)
{
    /// <summary>The promised clock: every stop counts.</summary>
    public Clock Promised => Project(PromisedLimit, legal: false);

    /// <summary>The legal clock: only stops that the law names count.</summary>
    public Clock Legal => Project(LegalLimit, legal: true);

    /// <summary>Every time in which the promised clock stood still, those before a restart too: step clocks go on over a restart.</summary>
    public ImmutableArray<Suspension> Stops => [.. Events.OfType<ClockEvent.Stopped>().Select(stop => new Suspension(stop.At, EndOf(stop.Key)))];

    private Clock Project(Limit limit, bool legal)
    {
        var suspensions = ImmutableArray.CreateBuilder<Suspension>();
        var extension = 0;
        var started = AcceptedAt;
        foreach (var entry in Events)
        {
            switch (entry)
            {
                case ClockEvent.Stopped stop when stop.StopsLegal || !legal:
                    suspensions.Add(new Suspension(stop.At, EndOf(stop.Key)));
                    break;
                case ClockEvent.Extended extended:
                    extension += extended.Days;
                    break;
                case ClockEvent.Restarted restarted:
                    started = restarted.At;
                    var lasting = suspensions.Where(stop => stop.To is null || stop.To > started).Select(stop => stop with { From = started }).ToList();
                    suspensions.Clear();
                    suspensions.AddRange(lasting);
                    extension = 0;
                    break;
            }
        }

        return new Clock(started, limit, extension, suspensions.ToImmutable());
    }

    private DateTimeOffset? EndOf(string key) => Events.OfType<ClockEvent.Resumed>().FirstOrDefault(entry => entry.Key == key)?.At;
}

/// <summary>An entry of the clocks' ledger.</summary>
public abstract record ClockEvent(DateTimeOffset At)
{
    /// <summary>The clocks start.</summary>
    public sealed record Started(DateTimeOffset At) : ClockEvent(At);

    /// <summary>A clock stands still from here on.</summary>
    /// <param name="At">Instant (UTC).</param>
    /// <param name="Key">Names this stop within the case; its resumption bears the same key.</param>
    /// <param name="StopsLegal">Whether the legal clock stops too (Licensing Law 45, or the item's own law).</param>
    /// <param name="Cause">Correction, or the special procedure's name.</param>
    /// <param name="Basis">The rule it rests on.</param>
    /// <param name="Approver">User name.</param>
    /// <param name="Document">Number or title of the written notice.</param>
    /// <param name="EndsAt">Its own end (UTC), whatever happens.</param>
    public sealed record Stopped(DateTimeOffset At, string Key, bool StopsLegal, string Cause, string? Basis, string? Approver, string? Document, DateTimeOffset? EndsAt) : ClockEvent(At);

    /// <summary>The stop of this key is over.</summary>
    public sealed record Resumed(DateTimeOffset At, string Key) : ClockEvent(At);

    /// <summary>Days were added to the limits.</summary>
    public sealed record Extended(DateTimeOffset At, int Days, string Reason) : ClockEvent(At);

    /// <summary>The limits start anew (disclosure, article 30).</summary>
    public sealed record Restarted(DateTimeOffset At) : ClockEvent(At);

    /// <summary>The case is closed; nothing runs any more.</summary>
    public sealed record Ended(DateTimeOffset At) : ClockEvent(At);
}
