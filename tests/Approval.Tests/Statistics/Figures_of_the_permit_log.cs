using Approval.Tests.Imports;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Statistics;
using ApprovalEngine.Contracts.Statistics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Approval.Tests.Statistics;

/// <summary>The known truths of the 1,434 real cases, as the figures give them.</summary>
public sealed class Figures_of_the_permit_log(ImportedPermitLog log) : IClassFixture<ImportedPermitLog>
{
    private static readonly DateOnly First = new(2010, 10, 1);
    private static readonly DateOnly Last = new(2012, 1, 23);

    [Fact]
    public async Task are_the_known_counts_and_the_three_early_rates()
    {
        var answer = await Ask();

        (answer.Accepted, answer.Closed, answer.OnTime, answer.Overdue, answer.Open, answer.OpenOverdue).Should().Be((1434, 1329, 952, 377, 105, 39));
        var rates = answer.Rates;
        rates.LimitKind.Should().Be("calendar", "the log's limits are instants, measured by exact durations");
        (rates.AverageEarly.Value, rates.TimeSaved.Value, rates.EarlyShare.Value, rates.OnTime.Value).Should().Be((23.06m, 8.65m, 71.63m, 71.63m));
        (rates.EarlyShare.Numerator, rates.EarlyShare.Denominator).Should().Be((952, 1329));
        rates.Instant.Value.Should().BeNull("there is no instant case");
        answer.CalendarRates.Should().BeNull("there is nothing beside them");
    }

    [Fact]
    public async Task by_channel_and_department_are_the_known_ones()
    {
        (await Ask("channel")).Groups.Select(group => (group.Key, group.Accepted, group.Closed, group.OnTime, group.Overdue, group.Open)).Should().Equal(
            ("Email", 21, 21, 13, 8, 0), ("Internal", 1, 1, 1, 0, 0), ("Letter", 53, 52, 35, 17, 1), ("Online", 1250, 1148, 835, 313, 102), ("Window", 109, 107, 68, 39, 2));
        (await Ask("unit")).Groups.Select(group => (group.Key, group.Accepted, group.Closed, group.OnTime, group.Overdue)).Should().Equal(
            ("YC-HB-CC", 29, 29, 28, 1), ("YC-HB-EXP", 15, 15, 9, 6), ("YC-HB-GEN", 1390, 1285, 915, 370));
    }

    [Fact]
    public async Task by_month_are_the_known_ones()
    {
        var months = (await Ask("month")).Groups;

        months.Select(month => month.Accepted).Should().Equal(85, 112, 132, 80, 108, 130, 100, 86, 106, 119, 31, 94, 107, 86, 47, 11);
        months.Select(month => month.Closed).Should().Equal(1, 12, 101, 96, 94, 89, 108, 141, 69, 91, 124, 81, 124, 91, 56, 51);
        months.Skip(1).Select(month => month.Overdue).Should().Equal(2, 15, 31, 23, 24, 34, 37, 34, 28, 43, 29, 25, 21, 9, 22);
    }

    [Fact]
    public async Task are_the_same_before_and_after_they_are_rolled_up_and_when_rebuilt()
    {
        var before = await Ask("item");
        var rollups = log.Services.Get<Rollups>();
        await rollups.Refresh(1, TestContext.Current.CancellationToken);

        (await Ask("item")).Should().BeEquivalentTo(before);
        (await rollups.Rebuild(1, TestContext.Current.CancellationToken)).Should().BeEmpty();
        (await Ask("item")).Should().BeEquivalentTo(before);
    }

    private async Task<StatisticsAnswer> Ask(string? by = null)
    {
        await using var scope = log.Services.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetStatistics(Access.System(1), First, Last, by), TestContext.Current.CancellationToken);
    }
}
