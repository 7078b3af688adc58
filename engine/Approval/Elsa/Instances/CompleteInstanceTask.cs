using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>
/// Reports the result of an Elsa.RunTask. In a trial run people's tasks are answered by it too, the result being the outcome; in a case only
/// the people themselves answer them.
/// </summary>
/// <param name="Access">Who reports.</param>
/// <param name="TaskId">The task's id as the instance's bookmarks name it.</param>
/// <param name="Result">The result.</param>
public sealed record CompleteInstanceTask(Access Access, string TaskId, JsonNode? Result) : IRequest;

internal sealed class CompleteInstanceTaskValidator : AbstractValidator<CompleteInstanceTask>
{
    // It goes into the case's state and its trail, which the database reads as JSON.
    public CompleteInstanceTaskValidator() => RuleFor(command => command.Result).IsSmallJson();
}

internal sealed class CompleteInstanceTaskHandler(InstanceReader reader, TrialDesk desk, CaseActs acts) : IRequestHandler<CompleteInstanceTask>
{
    public async Task<Unit> Handle(CompleteInstanceTask request, CancellationToken cancellationToken)
    {
        var (instanceId, activityId) = InstanceTasks.Read(request.TaskId) ?? throw Missing(request);
        var instance = await reader.ReadAsync(request.Access, instanceId, cancellationToken);
        var place = instance.State.Bookmarks.FirstOrDefault(place => place.ActivityId == activityId) ?? throw Missing(request);
        var stimulus = Stimulus(instance, place, request);
        var note = new StepNote("TaskResultReported")
        {
            Details = new JsonObject { ["name"] = place.Name, ["activity"] = place.ActivityId, ["result"] = request.Result?.DeepClone() },
        };
        var user = request.Access.UserName;
        var matched = 0;
        if (instance.IsTrial)
        {
            matched = await desk.Run(request.Access.CentreId, instance.Id, (session, at) => session.Act(at, user, stimulus, note), cancellationToken);
        }
        else
        {
            await acts.RunAsync(request.Access, instance.Id, null, (session, at) => matched = session.Act(at, user, stimulus, note).Matched, cancellationToken);
        }

        return matched > 0 ? Unit.Value : throw Missing(request);
    }

    private static Stimulus Stimulus(Instance instance, Bookmark place, CompleteInstanceTask request)
    {
        if (place.Kind == ActivityTypes.RunTask)
        {
            return new Stimulus.TaskResult(place.Name ?? "", request.Result?.DeepClone(), place.ActivityId);
        }

        return instance.IsTrial && instance.State.Tasks.FirstOrDefault(task => task.ActivityId == place.ActivityId) is { } task && request.Result?.GetValueKind() == JsonValueKind.String
            ? new Stimulus.CompleteTask(task.Id, request.Result.GetValue<string>())
            : throw new RuleBrokenException("TaskNotFromOutside", "This task is answered by the person who has it, not from outside.");
    }

    private static NotFoundException Missing(CompleteInstanceTask request) => new("Task", request.TaskId);
}
