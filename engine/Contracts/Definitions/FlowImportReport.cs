namespace ApprovalEngine.Contracts.Definitions;

/// <summary>What came of an import. A set comes in as a whole or not at all; this is the answer when it came in.</summary>
/// <param name="Flows">The definitions, in the order of the files.</param>
/// <param name="Ignored">Files of a packed set that are no definitions by their name.</param>
public sealed record FlowImportReport(IReadOnlyList<ImportedFlow> Flows, IReadOnlyList<string> Ignored);

/// <summary>A definition that came in, as a draft.</summary>
/// <param name="File">Where it stood; inside a packed set after the set's name and a colon.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that holds it now.</param>
/// <param name="State">What it is to the centre.</param>
/// <param name="Findings">What of it does not run here, or runs otherwise, and why. Nothing of it is lost: the document keeps all.</param>
public sealed record ImportedFlow(string File, string DefinitionId, string Name, int Version, ImportState State, IReadOnlyList<FlowFinding> Findings);

/// <summary>What an imported definition is to the centre.</summary>
public enum ImportState
{
    /// <summary>It was not known.</summary>
    Created,

    /// <summary>It differs from the newest version.</summary>
    Changed,

    /// <summary>The newest version says the same; nothing was written.</summary>
    Unchanged,
}
