using ApprovalEngine.Approval.Jobs;

namespace Approval.Tests.Jobs;

public sealed class A_heavy_check
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Night = new(2026, 3, 3, 1, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void does_not_begin_because_a_host_started_by_day() => NightlyHours.IsDue(null, Noon, Shanghai).Should().BeFalse();

    [Fact]
    public void runs_once_a_night()
    {
        NightlyHours.IsDue(null, Night, Shanghai).Should().BeTrue();
        NightlyHours.IsDue(Night, Night.AddHours(3), Shanghai).Should().BeFalse();
        NightlyHours.IsDue(Night, Night.AddDays(1), Shanghai).Should().BeTrue();
    }

    [Fact]
    public void is_made_up_for_by_day_when_the_nights_were_missed()
    {
        NightlyHours.IsDue(Night, Noon.AddDays(2), Shanghai).Should().BeFalse("a night is still to come within two days");
        NightlyHours.IsDue(Night, Noon.AddDays(3), Shanghai).Should().BeTrue();
    }
}
