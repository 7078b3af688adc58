namespace ApprovalEngine.Host.Commands;

/// <summary>Input that cannot be used; the message names file, line and field.</summary>
internal sealed class BadInputException(string message) : Exception(message)
{
    /// <summary>Names the place first, as compilers do.</summary>
    public static BadInputException In(string file, string? place, string what) =>
        new(string.IsNullOrEmpty(place) ? $"{file}: {what}" : $"{file}: {place}: {what}");
}
