using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The figures of a period, for the part of the centre that the asker oversees.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="From">First local date of the centre.</param>
/// <param name="To">Last local date, inclusive.</param>
/// <param name="By">item, unit, person, window, month or channel; null for no groups.</param>
/// <param name="Filter">What narrows it.</param>
public sealed record GetStatistics(Access Access, DateOnly From, DateOnly To, string? By = null, StatisticsFilter? Filter = null) : IRequest<StatisticsAnswer>;

/// <summary>Answers <see cref="GetStatistics"/>.</summary>
internal sealed class GetStatisticsHandler(FigureScope scope, FigureReader reader, GroupKeys keys) : IRequestHandler<GetStatistics, StatisticsAnswer>
{
    private const int MostMonths = 120;

    public async Task<StatisticsAnswer> Handle(GetStatistics asked, CancellationToken cancel)
    {
        var query = await scope.Of(asked.Access, asked.From, asked.To, asked.Filter, cancel) with { By = asked.By is null or Months.Name ? null : Axis.Named(asked.By) };
        var tallies = await reader.Read(query, cancel);
        // Groups that overlap do not make the whole: it is read for itself.
        var whole = query.By is { Overlaps: true } ? await reader.Read(query with { By = null }, cancel) : tallies;
        var answer = FigureSets.With(new StatisticsAnswer { From = asked.From, To = asked.To, Rates = FigureSets.None }, whole);
        return asked.By switch
        {
            null => answer,
            Months.Name => answer with { Groups = await ByMonth(asked, cancel) },
            _ => answer with { Groups = await Groups(query, tallies, cancel) },
        };
    }

    private async Task<IReadOnlyList<StatisticsGroup>> Groups(FigureQuery query, IReadOnlyList<Tally> tallies, CancellationToken cancel)
    {
        var groups = new List<StatisticsGroup>();
        foreach (var group in tallies.GroupBy(tally => tally.Key))
        {
            groups.Add(FigureSets.With(new StatisticsGroup { Key = await keys.CodeOf(query.CentreId, query.By!, group.Key, cancel), Rates = FigureSets.None }, [.. group]));
        }

        return [.. groups.OrderBy(group => group.Key, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<StatisticsGroup>> ByMonth(GetStatistics asked, CancellationToken cancel)
    {
        var groups = new List<StatisticsGroup>();
        foreach (var month in Months.AtMost(MostMonths, asked.From, asked.To))
        {
            var query = await scope.Of(asked.Access, month.First, month.Last, asked.Filter, cancel);
            groups.Add(FigureSets.With(new StatisticsGroup { Key = month.Key, Rates = FigureSets.None }, [.. await reader.Read(query, cancel)]));
        }

        return groups;
    }
}
