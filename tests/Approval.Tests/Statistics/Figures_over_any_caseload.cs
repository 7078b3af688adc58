using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using CsCheck;
using Npgsql;

namespace Approval.Tests.Statistics;

public sealed class Figures_over_any_caseload(PostgresServer server) : DatabaseTest(server)
{
    private static readonly DateTimeOffset Now = MadeCase.At(new DateOnly(2026, 3, 20), 12);

    private NpgsqlDataSource Database => Services.Get<NpgsqlDataSource>();

    [Fact]
    public async Task agree_with_a_recount_for_any_period_filter_and_grouping_whatever_is_rolled_up_and_so_do_the_cases_behind_them()
    {
        await new Caseload(Database).Organise();
        var all = new List<MadeCase>();
        var sample = Gen.Select(MadeCases.One.Array[1, 25], Question, Gen.Bool);
        await sample.SampleAsync(
            async drawn =>
            {
                var (cases, question, isRolledUp) = drawn;
                await new Caseload(Database).Add(cases);
                all.AddRange(cases);
                if (isRolledUp)
                {
                    await new Rollups(Database).Refresh(Caseload.CentreId, CancellationToken.None);
                }

                await Compare(all, question);
            },
            iter: 60, threads: 1);

        (await new Rollups(Database).Check(Caseload.CentreId, CancellationToken.None)).Should().BeEmpty();
    }

    private static Gen<FigureQuery> Question { get; } =
        from start in Gen.Int[-5, 90]
        from length in Gen.Int[0, 100]
        from grouping in Gen.Int[0, 4]
        from narrowed in Gen.Int[0, 7].Select(n => new[] { 0, 0, 1, 2, 4, 8, 3, 6 }[n])
        from id in Gen.Int[1, 3]
        select new FigureQuery
        {
            CentreId = Caseload.CentreId,
            From = MadeCases.First.AddDays(start),
            To = MadeCases.First.AddDays(start + length),
            EndsAt = MadeCase.At(MadeCases.First.AddDays(start + length + 1), 0),
            Now = Now,
            By = grouping == 0 ? null : Axis.All[grouping - 1],
            Filters = Axis.All.Where((_, place) => ((narrowed >> place) & 1) == 1).ToDictionary(axis => axis, axis => axis == Axis.Channel ? new[] { id - 1 } : [id, 3]),
        };

    private async Task Compare(List<MadeCase> all, FigureQuery query)
    {
        MadeCase[] meant = [.. all.Where(one => query.Filters.All(filter => filter.Value.Contains(KeyOf(one, filter.Key))))];
        var tallies = await new FigureReader(Database).Read(query, CancellationToken.None);

        foreach (var group in meant.GroupBy(one => query.By is { } by ? KeyOf(one, by) : 0))
        {
            Tally[] ofGroup = [.. tallies.Where(tally => tally.Key == group.Key)];
            FigureSets.With(new FigureSet { Rates = FigureSets.None }, ofGroup).Should().BeEquivalentTo(Recount.Of([.. group], query.From, query.To, Now));
        }

        await CompareCases(tallies, query);
    }

    private async Task CompareCases(IReadOnlyList<Tally> tallies, FigureQuery query)
    {
        foreach (var measure in Figures.All.SelectMany(figure => new[] { figure.Numerator, figure.Denominator }).OfType<Measure>().Distinct())
        {
            var behind = await new DrillDown(Database).Read(measure, query, null, null, 100_000, CancellationToken.None);
            behind.Sum(one => one.Amount).Should().Be(measure.Of(tallies), "the cases behind {0} sum to it", measure.Code);
            behind.Select(one => one.CaseId).Should().OnlyHaveUniqueItems();
            if (measure.Amount == "1")
            {
                behind.Should().HaveCount((int)measure.Of(tallies));
            }
        }
    }

    private static int KeyOf(MadeCase one, Axis axis) => axis.Name switch
    {
        "item" => one.Item,
        "unit" => one.Unit,
        "window" => one.Window ?? 0,
        _ => one.Channel,
    };
}
