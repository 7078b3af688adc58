using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Ratings;

/// <summary>Satisfaction (domain.md, "Figures"): ratings of 3 and better / ratings given in a period, in the units that the asker oversees. No rating is no rating.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Of which ratings.</param>
public sealed record GetSatisfaction(Access Access, RatingFilter Filter) : IRequest<SatisfactionView>;

internal sealed class GetSatisfactionHandler(CaseDatabase database, RatingPeriod periods) : IRequestHandler<GetSatisfaction, SatisfactionView>
{
    // Index (centre, given, unit).
    private const string Counts = $"select r.grade, count(*)::int from rating r where {RatingPeriod.Condition} group by r.grade";

    public async Task<SatisfactionView> Handle(GetSatisfaction asked, CancellationToken cancel)
    {
        var counts = (await database.ListAsync(Counts, reader => ((Grade)reader.GetInt16(0), Count: reader.GetInt32(1)), cancel, await periods.ParametersAsync(asked.Access, asked.Filter, cancel)))
            .ToDictionary(row => row.Item1, row => row.Count);
        var satisfied = counts.Where(row => row.Key >= Grade.RatherSatisfied).Sum(row => row.Value);
        return new SatisfactionView(
            Rate.Of(satisfied, counts.Values.Sum()), [.. Enum.GetValues<Grade>().OrderDescending().Select(grade => new GradeCount(grade.ToString(), counts.GetValueOrDefault(grade)))]);
    }
}
