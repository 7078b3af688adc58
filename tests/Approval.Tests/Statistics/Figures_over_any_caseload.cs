using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using CsCheck;
using Npgsql;

namespace Approval.Tests.Statistics;

public sealed class Figures_over_any_caseload(PostgresServer server) : DatabaseTest(server)
{
    // Nothing made happens later; periods go beyond it.
    private static readonly DateTimeOffset Now = MadeCase.At(MadeCases.First.AddDays(141), 12);

    private static readonly Axis[] Axes = [.. Axis.All, Axis.Person];

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
        from grouping in Gen.Int[0, 5]
        from crossing in Gen.Int[0, 9]
        from narrowed in Gen.Int[0, 9].Select(n => new[] { 0, 0, 1, 2, 4, 8, 3, 6, 16, 20 }[n])
        from id in Gen.Int[1, 3]
        select new FigureQuery
        {
            CentreId = Caseload.CentreId,
            From = MadeCases.First.AddDays(start),
            To = MadeCases.First.AddDays(start + length),
            EndsAt = MadeCase.At(MadeCases.First.AddDays(start + length + 1), 0),
            Now = Now,
            By = grouping == 0 ? null : Axes[grouping - 1],
            Across = grouping > 0 && crossing is > 0 and <= 5 && crossing != grouping ? Axes[crossing - 1] : null,
            Filters = Axes.Where((_, place) => ((narrowed >> place) & 1) == 1)
                .ToDictionary(axis => axis, axis => axis == Axis.Channel ? new[] { id - 1 } : axis == Axis.Person ? [id == 3 ? 0 : 7700 + id] : [id, 3]),
        };

    private async Task Compare(List<MadeCase> all, FigureQuery query)
    {
        MadeCase[] meant = [.. all.Where(one => query.Filters.All(filter => filter.Value.Intersect(KeysOf(one, filter.Key)).Any()))];
        var tallies = await new FigureReader(Database).Read(query, CancellationToken.None);
        var groups = meant.SelectMany(one => Keys(one, query.By, query), (one, key) => (one, key))
            .SelectMany(pair => Keys(pair.one, query.Across, query), (pair, across) => (pair.one, Place: (pair.key, across)))
            .GroupBy(pair => pair.Place, pair => pair.one).ToList();

        tallies.Select(tally => (tally.Key, tally.Across)).Distinct().Should().BeSubsetOf(groups.Select(group => group.Key));
        foreach (var group in groups)
        {
            Tally[] ofGroup = [.. tallies.Where(tally => (tally.Key, tally.Across) == group.Key)];
            var counted = Recount.Of([.. group], query.From, query.To, Now);
            FigureSets.With(new FigureSet { Rates = FigureSets.None }, ofGroup).Should().BeEquivalentTo(counted);
            FigureSets.ValueOf(Figures.AverageEarly, ofGroup).Should().Be(new FigureValue(null, counted.Rates.AverageEarly, counted.Rates.LimitKind == "calendar"));
            FigureSets.ValueOf(Figures.TimeSaved, ofGroup).Rate.Should().Be(counted.Rates.TimeSaved);
            FigureSets.ValueOf(Figures.Overdue, ofGroup).Should().Be(new FigureValue(counted.Overdue, null, false));
        }

        // People share cases: their groups are more than the whole, which is read for itself.
        var whole = query with { By = null, Across = null };
        await CompareCases(await new FigureReader(Database).Read(whole, CancellationToken.None), whole);
    }

    private static IEnumerable<int> Keys(MadeCase one, Axis? axis, FigureQuery query) =>
        axis is null ? [0] : query.Filters.TryGetValue(axis, out var only) ? KeysOf(one, axis).Intersect(only) : KeysOf(one, axis);

    private async Task CompareCases(IReadOnlyList<Tally> tallies, FigureQuery query)
    {
        foreach (var measure in Figures.All.SelectMany(figure => new[] { figure.Numerator, figure.Denominator }).OfType<Measure>().Distinct())
        {
            var behind = await new DrillDown(Database).Read(measure, query, null, null, null, 100_000, CancellationToken.None);
            behind.Sum(one => one.Case.Amount).Should().Be(measure.Of(tallies), "the cases behind {0} sum to it", measure.Code);
            behind.Select(one => one.Case.CaseId).Should().OnlyHaveUniqueItems();
            foreach (var sort in FigureCaseOrder.For(measure))
            {
                var sorted = await new DrillDown(Database).Read(measure, query, null, sort, null, 100_000, CancellationToken.None);
                sorted.Select(one => one.Case.CaseId).ToHashSet().SetEquals(behind.Select(one => one.Case.CaseId)).Should().BeTrue("an order leaves nobody out");
            }

            if (measure.Amount == "1")
            {
                behind.Should().HaveCount((int)measure.Of(tallies));
            }
        }
    }

    private static int[] KeysOf(MadeCase one, Axis axis) => axis.Name switch
    {
        "item" => [one.Item],
        "unit" => [one.Unit],
        "window" => [one.Window ?? 0],
        "person" => one.People.Count == 0 ? [0] : [.. one.People.Select(person => 7700 + person)],
        _ => [one.Channel],
    };
}
