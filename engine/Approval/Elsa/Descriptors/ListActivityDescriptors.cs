using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using MediatR;

namespace ApprovalEngine.Approval.Elsa.Descriptors;

/// <summary>The palette: activity types of the product, and the centre's definitions that may be used as activities.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Culture">Name of the reader's language.</param>
public sealed record ListActivityDescriptors(Access Access, string Culture) : IRequest<JsonObject>;

internal sealed class ListActivityDescriptorsHandler(UsableDefinitions usable) : IRequestHandler<ListActivityDescriptors, JsonObject>
{
    public async Task<JsonObject> Handle(ListActivityDescriptors request, CancellationToken cancellationToken)
    {
        var (access, culture) = request;
        access.Require(Role.Administrator);
        var answer = DescriptorJson.WriteAll(culture);
        var items = answer["items"]!.AsArray();
        var definitions = from used in await usable.Of(access.CentreId, cancellationToken)
                          where ActivityDescriptors.Find(UsedDefinition.TypeOf(used.Flow.Name)) is null
                          select DefinitionDescriptor.Write(used.Flow, used.IsPublished, culture);

        // A pair of type and version that is there twice keeps Studio from loading anything.
        foreach (var definition in definitions.DistinctBy(descriptor => ((string)descriptor["typeName"]!, (int)descriptor["version"]!)))
        {
            items.Add(definition);
        }

        answer["count"] = items.Count;
        return answer;
    }
}
