namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A version of a definition in Elsa's lists.</summary>
public sealed record ElsaDefinitionSummary
{
    /// <summary>What the reader may do with it; null where Elsa says nothing.</summary>
    public IReadOnlyList<ElsaLink>? Links { get; init; }

    /// <summary>Whether the document can be read; null where Elsa says nothing.</summary>
    public bool? IsMaterializerAvailable { get; init; }

    /// <summary>Key of the version.</summary>
    public required string Id { get; init; }

    /// <summary>The same over all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Unique among definitions.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Counted from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Version of the program that wrote the document.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Whether it is the newest.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>Whether new cases start on it.</summary>
    public required bool IsPublished { get; init; }

    /// <summary>How the document is kept.</summary>
    public string MaterializerName { get; init; } = "Json";

    /// <summary>When the version was made (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether its author says that it is not to be edited.</summary>
    public required bool IsReadonly { get; init; }
}
