using System.Globalization;
using ApprovalEngine.AdminUi.Api;
using ApprovalEngine.AdminUi.Components;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>For which cases figures are asked; it stands the same in addresses of pages and of the server.</summary>
/// <param name="From">First local date.</param>
/// <param name="To">Last one, inclusive.</param>
public sealed record FigureQuestion(DateOnly From, DateOnly To)
{
    /// <summary>Dimensions by which figures are grouped, as the server names them.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["unit", "item", "person", "window", "channel", Month];

    /// <summary>The ways in which cases come, as the server names them.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["Window", "Online", "MobileClient", "Letter", "Phone", "Sms", "Email", "Portal", "Weibo", "WeChat", "Alipay", "Internal"];

    /// <summary>The dimension that narrows the period itself.</summary>
    public const string Month = "month";

    /// <summary>Code of an item; null for all.</summary>
    public string? Item { get; init; }

    /// <summary>Code of a unit; null for all.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit without those below it.</summary>
    public bool IsUnitAlone { get; init; }

    /// <summary>Code of a window, or <c>-</c>; null for all.</summary>
    public string? Window { get; init; }

    /// <summary>Name of a channel; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>User name of who held a task, or <c>-</c>; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>The question part of the report's address, to which its cases lead back; null where no report asks.</summary>
    public string? Report { get; init; }

    /// <summary>The question part of an address.</summary>
    public string Query => Queries.Of(
        ("from", From.Iso()), ("to", To.Iso()), ("item", Item), ("unit", Unit), ("unitAlone", IsUnitAlone ? "true" : null), ("window", Window), ("channel", Channel), ("person", Person));

    /// <summary>The question narrowed to a group; the same one for a total.</summary>
    /// <param name="dimension">Of which dimension.</param>
    /// <param name="key">The group's code; null for all groups.</param>
    public FigureQuestion Of(string dimension, string? key) => (dimension, key) switch
    {
        (_, null) => this,
        (Month, _) => OfMonth(DateOnly.ParseExact(key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("unit", _) => this with { Unit = key, IsUnitAlone = true },
        ("item", _) => this with { Item = key },
        ("window", _) => this with { Window = key },
        ("channel", _) => this with { Channel = key },
        _ => this with { Person = key },
    };

    /// <summary>Its days.</summary>
    public FigureDays Days => new(From, To);

    /// <summary>The same question about an earlier period.</summary>
    public FigureQuestion Earlier(Comparison comparison)
    {
        var (from, to) = Days.Earlier(comparison);
        return this with { From = from, To = to };
    }

    /// <summary>Address of the page with the cases behind a figure.</summary>
    /// <param name="figure">Code of the figure.</param>
    /// <param name="isCalendar">An early figure over cases limited by a calendar instant.</param>
    public string Cases(string figure, bool isCalendar = false) => $"office/report/cases?figure={figure}&{Query}{(isCalendar ? "&isCalendar=true" : "")}{(Report is null ? "" : $"&report={Uri.EscapeDataString(Report)}")}";

    private FigureQuestion OfMonth(DateOnly first)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return this with { From = first < From ? From : first, To = last > To ? To : last };
    }
}
