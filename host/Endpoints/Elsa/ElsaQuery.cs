using System.Globalization;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>The query of a request of Elsa's clients: names in any case, empty values as absent, flags as True and False.</summary>
internal sealed class ElsaQuery
{
    private readonly IQueryCollection query;

    private ElsaQuery(IQueryCollection query) => this.query = query;

    public static ValueTask<ElsaQuery> BindAsync(HttpContext context) => ValueTask.FromResult(new ElsaQuery(context.Request.Query));

    /// <summary>A text; null where it is absent or empty.</summary>
    public string? Text(string name) => query[name].FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>A number; null where it is absent or none.</summary>
    public int? Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A flag; null where it is absent or none.</summary>
    public bool? Flag(string name) => bool.TryParse(Text(name), out var flag) ? flag : null;

    /// <summary>A list, given once with commas or several times.</summary>
    public IReadOnlyList<string> List(string name) =>
        [.. query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
