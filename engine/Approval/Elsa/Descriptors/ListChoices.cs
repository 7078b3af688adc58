using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Descriptors;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Descriptors;

/// <summary>The choices of an editor that only the server knows.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="TypeName">The activity's type.</param>
/// <param name="Property">The input's name.</param>
/// <param name="Inputs">The activity's inputs as they are set, by their property in the document.</param>
/// <param name="Culture">Name of the reader's language.</param>
public sealed record ListChoices(Access Access, string TypeName, string Property, JsonObject Inputs, string Culture) : IRequest<JsonObject>;

internal sealed class ListChoicesHandler(OrgDirectory directory, ReceiverOptions receivers) : IRequestHandler<ListChoices, JsonObject>
{
    private static readonly Wording Applicant = new("申请人", "申請人", "The applicant");
    private static readonly Wording Assignees = new("任务的办理人", "任務的辦理人", "Those who hold a task");

    /// <summary>The editor's settings. They never ask for another refresh: Studio would ask without end.</summary>
    public async Task<JsonObject> Handle(ListChoices request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var input = ActivityDescriptors.Find(request.TypeName)?.Inputs.FirstOrDefault(input => string.Equals(input.Name, request.Property, StringComparison.OrdinalIgnoreCase));
        if (input is null || input.Source == ChoiceSource.None)
        {
            return new JsonObject { ["items"] = input is null ? new JsonObject() : UiSpecifications.Of(input, request.Culture) };
        }

        var known = Known(input.Source, await directory.Of(request.Access.CentreId, cancellationToken), request.Culture).ToList();
        IEnumerable<(string Text, string Value)> none = input.UiHint == "dropdown" ? [("—", "")] : [];

        // What is set stays to be seen and ticked, even where it is no longer (or not yet) known.
        var others = SetValues.Of(request.Inputs[input.Property]).Where(value => value.Length > 0 && known.All(choice => choice.Value != value)).Select(value => (value, value));
        return new JsonObject { ["items"] = UiSpecifications.Choices(input.UiHint, none.Concat(known).Concat(others)) };
    }

    private IEnumerable<(string Text, string Value)> Known(ChoiceSource source, CentreDirectory centre, string culture) => source switch
    {
        ChoiceSource.Units => Units(centre, culture, ""),
        ChoiceSource.Posts => centre.Posts.Select(post => ($"{post.Name.In(culture)} ({post.Code})", post.Code)),
        ChoiceSource.People => People(centre, ""),
        ChoiceSource.Seats => Units(centre, culture, "").Concat(People(centre, "user:")),
        ChoiceSource.Recipients => [(Applicant.In(culture), "applicant"), (Assignees.In(culture), "assignees"), .. Units(centre, culture, "unit:"), .. People(centre, "user:")],
        ChoiceSource.Receivers => receivers.Receivers.Keys.Order(StringComparer.Ordinal).Select(code => (code, code)),
        _ => [],
    };

    private static IEnumerable<(string Text, string Value)> Units(CentreDirectory centre, string culture, string prefix) =>
        centre.Units.Where(unit => unit.IsActive).Select(unit => ($"{unit.Name.In(culture)} ({unit.Code})", prefix + unit.Code));

    private static IEnumerable<(string Text, string Value)> People(CentreDirectory centre, string prefix) =>
        centre.People.Where(person => person.IsActive).Select(person => ($"{person.DisplayName} ({person.UserName})", prefix + person.UserName));
}
