using System.Collections.Immutable;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;

namespace ApprovalEngine.Approval.Caseload;

/// <summary>Says which column of a log is what (a JSON file; the shipped ones stand in workflows/caseloads).</summary>
public sealed record CaseloadMapping
{
    /// <summary>Whose log it is, for people.</summary>
    public string? Name { get; init; }

    /// <summary>Code of the item whose flow the cases run through; the command line may name another.</summary>
    public string? Item { get; init; }

    /// <summary>The columns.</summary>
    public required CaseloadColumns Columns { get; init; }

    /// <summary>The log's words for channels.</summary>
    public ImmutableDictionary<string, Channel> Channels { get; init; } = ImmutableDictionary<string, Channel>.Empty;

    /// <summary>The log's words for handling units, to unit codes; what is not named here belongs to the item's unit.</summary>
    public ImmutableDictionary<string, string> Units { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Title of the step that a case's end date answers, where the log has no event for it.</summary>
    public string? Closing { get; init; }

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="CaseloadException">It is not of this form; the message names the place.</exception>
    public static CaseloadMapping Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<CaseloadMapping>(json, JsonText.Options) ?? throw new CaseloadException(null, "A mapping is an object with columns.");
        }
        catch (JsonException fault)
        {
            throw new CaseloadException(fault.LineNumber + 1, $"The mapping cannot be read at {fault.Path}: {fault.Message}");
        }
    }
}

/// <summary>Which column is what. Of an XES log, attributes of a trace are named with <c>case:</c> before their key.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="Activity">Title of the step.</param>
/// <param name="At">Instant of the event.</param>
/// <param name="ReceivedAt">Instant of receipt and acceptance; without it the case's first event.</param>
/// <param name="DueAt">Due instant taken as given; without it the item's limits in working days count.</param>
/// <param name="ClosedAt">Instant of the closing, empty for open cases; without it a case is closed by what its flow says.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Unit">The handling unit.</param>
/// <param name="Official">Who did it.</param>
public sealed record CaseloadColumns(
    string Case, string Activity, string At, string? ReceivedAt = null, string? DueAt = null, string? ClosedAt = null, string? Channel = null, string? Unit = null, string? Official = null)
{
    internal IEnumerable<string> All => new[] { Case, Activity, At, ReceivedAt, DueAt, ClosedAt, Channel, Unit, Official }.OfType<string>();
}
