using System.Collections.Concurrent;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Parsed expressions by their text. It forgets everything when it is full: drafts that are typed must not fill it for ever.</summary>
internal sealed class ParsedCache<T>(Func<string, T> parse)
{
    private readonly ConcurrentDictionary<string, T> entries = new(StringComparer.Ordinal);

    public T Get(string text)
    {
        if (entries.TryGetValue(text, out var known))
        {
            return known;
        }

        var parsed = parse(text);
        if (entries.Count >= ExpressionLimits.CachedExpressions)
        {
            entries.Clear();
        }

        entries[text] = parsed;
        return parsed;
    }
}
