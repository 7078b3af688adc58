using Browser.Tests;
using Browser.Tests.Office;
using Browser.Tests.Studio;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Browser.Tests;

/// <summary>Two collections run at a time: one that takes minutes and begins last would have a processor idle beside it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(Looking_at_every_page), "The archive", nameof(Designing_a_flow_in_Elsa_Studio), nameof(Opening_Elsa_Studio), nameof(Losing_nothing_on_the_way)];

    /// <summary>The longest in their order, the others as they come.</summary>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.FindIndex(Longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var at ? at : Longest.Length)];
}
