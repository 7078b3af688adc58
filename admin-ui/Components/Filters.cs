using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace ApprovalEngine.AdminUi.Components;

/// <summary>Filters of lists stand in the address and nowhere else.</summary>
public static class Filters
{
    /// <summary>Puts one into the address; what is empty is taken out, and so is a tick that was taken away.</summary>
    /// <param name="navigation">Where the address is.</param>
    /// <param name="name">What the address calls it.</param>
    /// <param name="value">A text, a number or a tick.</param>
    public static void Put(this NavigationManager navigation, string name, object? value)
    {
        var text = value is bool isTicked ? isTicked ? "true" : null : Convert.ToString(value, CultureInfo.InvariantCulture)?.Trim();
        navigation.NavigateTo(navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(text) ? null : text), replace: true);
    }

    /// <summary>Takes filters out of the address.</summary>
    /// <param name="navigation">Where the address is.</param>
    /// <param name="names">What the address calls them.</param>
    public static void Widen(this NavigationManager navigation, params string[] names) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameters(names.ToDictionary(one => one, _ => (object?)null)), replace: true);

    /// <summary>How many of a list's filters narrow it.</summary>
    /// <param name="values">What the address bears of each.</param>
    public static int Narrowing(params string?[] values) => values.Count(one => !string.IsNullOrEmpty(one));

    /// <summary>What an address bears; null where it bears nothing, or what cannot be read: a link that was cut off still leads to its page.</summary>
    public static T? Read<T>(string? text)
        where T : struct, IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The date that an address bears; null where it bears none.</summary>
    public static DateOnly? Day(string? text) => Read<DateOnly>(text);

    /// <summary>A date as addresses bear it, and screens show it.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
