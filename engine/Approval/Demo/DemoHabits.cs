using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Demo;

/// <summary>How people of the demo answer: how soon, and what.</summary>
internal sealed class DemoHabits(DemoApplication application, int rounds, Random random)
{
    /// <summary>Answers beside the usual one that a case gets at most, so that it comes to an end.</summary>
    private const int MostDetours = 3;

    private const double OfficeHours = 8.5;

    private static readonly string[] Agreeing = ["同意", "材料齐全，符合法定条件", "符合要求，拟同意", "已核对，无异议"];
    private static readonly string[] Doubting = ["请补充说明", "与现场情况不符，请核实", "不符合规定条件", "材料有误"];
    private readonly int stuckAt = application.IsStuck ? random.Next(rounds) : -1;
    private int detours;
    private int reviews;

    /// <summary>Office time from the opening of a task to its answer; null when it will not be answered.</summary>
    public TimeSpan? Delay(OpenTask task)
    {
        if (task.Kind is TaskKind.Review or TaskKind.Countersign && reviews++ == stuckAt)
        {
            return null;
        }

        return task.Kind switch
        {
            TaskKind.Acceptance => application.IsAtWindow ? Minutes(2, application.Item.Kind == ItemKind.Instant ? 8 : 60) : Minutes(5, 600),
            TaskKind.Correction => Minutes(120, 4_000),
            TaskKind.SpecialProcedure => Minutes(500, 4_000),
            _ when application.Item.Kind == ItemKind.Instant => random.Next(200) == 0 ? Minutes(300, 900) : Minutes(2, 12),
            _ => TimeSpan.FromHours(Math.Max(1, application.Item.PromisedDays) * OfficeHours * application.Pace / rounds * (0.4 + (1.2 * random.NextDouble()))),
        };
    }

    /// <summary>Share of the waiting time that passes before someone takes the task.</summary>
    public double ClaimedAfter => 0.1 + (0.6 * random.NextDouble());

    /// <summary>The answer: outcomes stand usual first.</summary>
    public string Outcome(OpenTask task)
    {
        var usual = task.Kind switch
        {
            TaskKind.Acceptance => 0.9,
            TaskKind.Review => 0.94,
            TaskKind.Correction => 0.88,
            _ => 0.97,
        };
        if (task.Outcomes.Length == 1 || detours == MostDetours || random.NextDouble() < usual)
        {
            return task.Outcomes[0];
        }

        detours++;
        return task.Outcomes[1 + random.Next(task.Outcomes.Length - 1)];
    }

    /// <summary>What is written with it.</summary>
    public string Opinion(OpenTask task, string outcome)
    {
        var words = outcome == task.Outcomes[0] ? Agreeing : Doubting;
        return words[random.Next(words.Length)];
    }

    private TimeSpan Minutes(int least, int most) => TimeSpan.FromSeconds(random.Next(least * 60, most * 60));
}
