using System.ComponentModel;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Which page of a list: the rows after a key, so that nobody's work in between repeats or loses a row.</summary>
/// <param name="After">The `next` of the page before; nothing for the first page.</param>
/// <param name="Take">How many rows, 1 to 200.</param>
internal readonly record struct PageRequest(
    [property: Description("The `next` of the page before.")] string? After,
    [property: Description("How many rows, 1 to 200 (50).")] int? Take)
{
    private const int Usual = 50;
    private const int Most = 200;

    /// <summary>The number of rows to read.</summary>
    public int Size => Math.Clamp(Take ?? Usual, 1, Most);
}
