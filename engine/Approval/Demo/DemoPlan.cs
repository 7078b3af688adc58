using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Demo;

/// <summary>
/// A month's applications, drawn from a seed: items by their shares, more on Mondays and before noon, two of five online at any hour.
/// The paces give the shape of the source's year: instant cases the same day, promised ones closed well ahead on average, a few late.
/// </summary>
internal sealed class DemoPlan(WorkingCalendar calendar, IReadOnlyList<(ItemEntry Item, double Share)> items)
{
    private const double OnlineShare = 0.4;
    private const double StuckShare = 0.012;

    /// <summary>The applications in the order of receipt.</summary>
    public IReadOnlyList<DemoApplication> Of(DateOnly month, int seed, int cases)
    {
        var random = new Random(HashCode(seed, 0));
        DateOnly[] days = [.. Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).SelectMany(day => Enumerable.Repeat(day, Weight(day)))];
        return [.. Enumerable.Range(1, cases).Select(no => One(no, days, random)).OrderBy(one => one.ReceivedAt).ThenBy(one => one.No)];
    }

    /// <summary>Randomness of one case, the same whatever else is in the plan.</summary>
    public static Random RandomOf(int seed, int no) => new(HashCode(seed, no));

    private DemoApplication One(int no, DateOnly[] days, Random random)
    {
        var item = Draw(random);
        var day = days[random.Next(days.Length)];
        var isAtWindow = calendar.IsWorkingDay(day) && (item.Kind == ItemKind.Instant ? random.NextDouble() < 0.9 : random.NextDouble() >= OnlineShare);
        var receivedAt = isAtWindow ? AtWindow(day, item.Kind, random) : calendar.OpensAt(day).AddHours(-9).AddSeconds(random.Next(24 * 3_600));
        return new DemoApplication(no, item, receivedAt, isAtWindow, Pace(random), random.NextDouble() < StuckShare);
    }

    private ItemEntry Draw(Random random)
    {
        var place = random.NextDouble() * items.Sum(item => item.Share);
        foreach (var (item, share) in items)
        {
            place -= share;
            if (place < 0)
            {
                return item;
            }
        }

        return items[^1].Item;
    }

    /// <summary>Windows are busiest in the middle of the morning; what is done on the spot is not taken in just before closing.</summary>
    private DateTimeOffset AtWindow(DateOnly day, ItemKind kind, Random random)
    {
        var open = calendar.ClosesAt(day) - calendar.OpensAt(day) - (kind == ItemKind.Instant ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(5));
        var share = (random.NextDouble() + random.NextDouble() * random.NextDouble()) / 2;
        return calendar.OpensAt(day).AddSeconds(Math.Floor(open.TotalSeconds * share));
    }

    private static double Pace(Random random) => random.NextDouble() switch
    {
        < 0.72 => 0.05 + (0.5 * random.NextDouble()),
        < 0.94 => 0.45 + (0.5 * random.NextDouble()),
        _ => 1.0 + (0.8 * random.NextDouble()),
    };

    private int Weight(DateOnly day) => !calendar.IsWorkingDay(day) ? 1 : day.DayOfWeek == DayOfWeek.Monday ? 14 : 10;

    /// <summary>Stable over processes and versions, unlike the framework's own.</summary>
    private static int HashCode(int seed, int no)
    {
        unchecked
        {
            var mixed = ((ulong)(uint)seed << 32) | (uint)no;
            mixed = (mixed ^ (mixed >> 33)) * 0xff51afd7ed558ccdUL;
            mixed = (mixed ^ (mixed >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return (int)(mixed ^ (mixed >> 33));
        }
    }
}
