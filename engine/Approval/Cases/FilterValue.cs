using ApprovalEngine.Approval.Errors;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A value of a list's filter that must be one of a few.</summary>
internal static class FilterValue
{
    /// <summary>The value of a name; null for none.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="where">The filter's member.</param>
    /// <exception cref="RuleBrokenException">FilterInvalid: no value has that name.</exception>
    public static T? Named<T>(string? name, string where)
        where T : struct, Enum => name is null ? null
        : Enum.GetNames<T>().Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(name, ignoreCase: true)
        : throw Invalid<T>(name, where);

    /// <summary>Refuses a number that is no value: what reads addresses takes any.</summary>
    /// <param name="value">What was asked for; null for nothing.</param>
    /// <param name="where">The filter's member.</param>
    /// <exception cref="RuleBrokenException">FilterInvalid.</exception>
    public static void Require<T>(T? value, string where)
        where T : struct, Enum
    {
        if (value is { } given && !Enum.IsDefined(given))
        {
            throw Invalid<T>(given.ToString(), where);
        }
    }

    private static RuleBrokenException Invalid<T>(string name, string where)
        where T : struct, Enum => new("FilterInvalid", $"'{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.", where);
}
