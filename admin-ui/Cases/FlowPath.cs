using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Cases;

/// <summary>Where a case stands in the picture of its flow: which steps it has passed, where it is, what lies ahead.</summary>
public sealed class FlowPath
{
    private readonly HashSet<string> open;
    private readonly HashSet<string> passed = [];
    private readonly HashSet<PictureLink> taken = [];

    /// <summary>Reads it off the case's tasks; steps that no person does are passed with the way that leads on from them.</summary>
    /// <param name="picture">The flow.</param>
    /// <param name="view">The case.</param>
    public FlowPath(FlowPicture picture, CaseView view)
    {
        open = [.. view.OpenTasks.Select(task => task.ActivityId)];
        var answers = view.Answered.Where(task => task.Ended.Outcome is not null && !task.IsTakenBack && !ComesAgain(picture, view, task)).GroupBy(task => task.ActivityId).ToDictionary(group => group.Key, group => group.Last().Ended.Outcome!);
        passed.UnionWith(answers.Keys);
        var byPeople = picture.Nodes.Where(node => node.Kind is not ("Document" or "Exchange" or "Close")).Select(node => node.Step.ActivityId).ToHashSet();
        foreach (var node in picture.Nodes.OrderBy(node => node.Rank))
        {
            foreach (var link in picture.Links.Where(link => link.From == node.Step.ActivityId && passed.Contains(link.From) && !open.Contains(link.From)))
            {
                var isTaken = byPeople.Contains(link.From) ? answers[link.From] == link.Outcome : link.Outcome != "Failed" && (!byPeople.Contains(link.To) || passed.Contains(link.To) || open.Contains(link.To));
                if (isTaken && (byPeople.Contains(link.To) ? passed.Contains(link.To) || open.Contains(link.To) : true))
                {
                    taken.Add(link);
                    if (!byPeople.Contains(link.To))
                    {
                        passed.Add(link.To);
                    }
                }
            }
        }
    }

    /// <summary>After a return, a step that was answered before lies ahead once more: an open step leads to it that was entered later.</summary>
    private static bool ComesAgain(FlowPicture picture, CaseView view, TaskAnswered answer) =>
        view.OpenTasks.Any(task => task.ActivityId != answer.ActivityId && answer.Ended.At < task.OpenedAt && LeadsTo(picture, task.ActivityId, answer.ActivityId));

    private static bool LeadsTo(FlowPicture picture, string from, string to)
    {
        var (reached, next) = (new HashSet<string>(), new Queue<string>([from]));
        while (next.TryDequeue(out var step))
        {
            foreach (var link in picture.Links.Where(link => !link.IsBack && link.From == step && reached.Add(link.To)))
            {
                next.Enqueue(link.To);
            }
        }

        return reached.Contains(to);
    }

    /// <summary>Now, passed or ahead.</summary>
    public string StateOf(PictureNode node) => open.Contains(node.Step.ActivityId) ? "now" : passed.Contains(node.Step.ActivityId) ? "passed" : "ahead";

    /// <summary>The case went this way.</summary>
    public bool IsTaken(PictureLink link) => taken.Contains(link);
}
