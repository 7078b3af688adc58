using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Which cases are asked for: a period of the centre's local dates, and what narrows it. Empty filters narrow nothing.</summary>
internal sealed record FigureQuery
{
    /// <summary>The centre.</summary>
    public required int CentreId { get; init; }

    /// <summary>First local date.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last local date, inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Instant (UTC) at which the day after <see cref="To"/> begins at the centre.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The present instant (UTC): what is open is overdue then, or at the end of the period where that is past.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Ids by axis; an axis that is not there is not narrowed.</summary>
    public IReadOnlyDictionary<Axis, int[]> Filters { get; init; } = new Dictionary<Axis, int[]>();

    /// <summary>By what the cases are grouped; null for all together.</summary>
    public Axis? By { get; init; }

    /// <summary>By what the groups are divided once more; null for not at all.</summary>
    public Axis? Across { get; init; }

    /// <summary>The axes by which the cases are grouped.</summary>
    public IEnumerable<Axis> Groupings => new[] { By, Across }.OfType<Axis>();

    /// <summary>What the groupings need beside a fact <c>f</c>.</summary>
    public string Joins => string.Concat(Groupings.Select(axis => axis.Join));

    /// <summary>The filters over a fact <c>f</c>, to be appended to a condition. Who is grouped by an axis and narrowed to one of it sees that one alone.</summary>
    public string Narrowing => string.Concat(Filters.Keys.Select(axis => $" and {(axis.Overlaps && Groupings.Contains(axis) ? $"{axis.Column} = any(@{axis.Name})" : axis.Condition)}"));

    /// <summary>The columns of both groupings.</summary>
    public string GroupColumns => $"{By?.Column ?? "0"}, {Across?.Column ?? "0"}";

    /// <summary>A command with the parameters that the SQL of this feature names.</summary>
    public NpgsqlBatchCommand Command(string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new("centre", CentreId));
        command.Parameters.Add(new("from", From));
        command.Parameters.Add(new("to", To));
        command.Parameters.Add(new("ends", NpgsqlDbType.TimestampTz) { Value = EndsAt });
        command.Parameters.Add(new("until", NpgsqlDbType.TimestampTz) { Value = Now < EndsAt ? Now : EndsAt });
        foreach (var (axis, ids) in Filters)
        {
            command.Parameters.Add(new(axis.Name, ids));
        }

        return command;
    }
}
