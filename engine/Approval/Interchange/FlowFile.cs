using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Interchange;

/// <summary>A file as it was handed in.</summary>
/// <param name="Name">For messages only; nothing is ever written under it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content);

/// <summary>A definition and where it stood.</summary>
/// <param name="Name">Of the file; inside a packed set after the set's name and a colon.</param>
/// <param name="Definition">The definition.</param>
internal sealed record FlowFile(string Name, FlowDefinition Definition);
