namespace ApprovalEngine.Host.Studio;

/// <summary>One of Elsa Studio's custom elements with a page of its own: a document never holds two (their popovers would quarrel).</summary>
/// <param name="Element">The element's name.</param>
/// <param name="Section">Which link of the bar it belongs to.</param>
/// <param name="IdAttribute">The attribute that names what it shows; null for a list.</param>
/// <param name="Source">The address, below the API, of what it shows: asked for before the element starts, which says nothing when it fails.</param>
public sealed record StudioScreen(string Element, string Section, string? IdAttribute = null, string? Source = null)
{
    /// <summary>The pages of flows.</summary>
    public const string Definitions = nameof(Definitions);

    /// <summary>The pages of instances.</summary>
    public const string Instances = nameof(Instances);

    /// <summary>The list of flows.</summary>
    public static StudioScreen DefinitionList { get; } = new("elsa-workflow-definition-list", Definitions);

    /// <summary>The editor of one flow.</summary>
    public static StudioScreen DefinitionEditor { get; } = new(
        "elsa-workflow-definition-editor", Definitions, "definition-id", "workflow-definitions/by-definition-id/{id}?versionOptions=Latest");

    /// <summary>The list of instances.</summary>
    public static StudioScreen InstanceList { get; } = new("elsa-workflow-instance-list", Instances);

    /// <summary>One instance.</summary>
    public static StudioScreen InstanceViewer { get; } = new("elsa-workflow-instance-viewer", Instances, "instance-id", "workflow-instances/{id}");
}
