using CsCheck;

namespace Approval.Tests.Statistics;

/// <summary>Caseloads at random: three months, a few items, units, windows and channels, so that groups collide.</summary>
public static class MadeCases
{
    public static readonly DateOnly First = new(2026, 1, 10);

    public static Gen<MadeCase> One { get; } =
        from item in Gen.Int[1, 3]
        from unit in Gen.Int[1, 3]
        from window in Gen.Int[0, 2]
        from channel in Gen.Int[0, 2]
        from kind in Gen.Int[0, 3]
        from accepted in Gen.Int[0, 80]
        from lasted in Gen.Int[0, 60]
        from isOpen in Gen.Int[0, 3]
        from limit in Gen.Long[0, 12]
        from used in Gen.Long[0, 15]
        from extended in Gen.Int[0, 5]
        from due in Gen.Int[-1, 40]
        from people in Gen.Int[0, 7]
        select new MadeCase
        {
            Item = item,
            Unit = unit,
            Window = window == 0 ? null : window,
            Channel = (short)channel,
            People = [.. Enumerable.Range(0, 3).Where(place => ((people >> place) & 1) == 1).Select(place => place + 1)],
            IsInstant = kind == 0,
            IsCalendar = kind == 1,
            AcceptedOn = First.AddDays(accepted),
            ClosedOn = isOpen == 0 ? null : First.AddDays(accepted + lasted),
            Limit = kind == 0 ? 0 : kind == 1 ? limit * 86_399 : limit,
            Used = kind == 0 ? used % 2 : kind == 1 ? used * 86_011 : used,
            IsExtended = extended == 0,
            DueOn = due < 0 ? null : First.AddDays(accepted + due),
        };
}
