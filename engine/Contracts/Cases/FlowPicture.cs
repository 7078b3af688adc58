using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>The steps of a flow that matter to people, placed from top to bottom. Where a case stands its tasks say.</summary>
/// <param name="Nodes">The steps.</param>
/// <param name="Links">What leads where.</param>
public sealed record FlowPicture(IReadOnlyList<PictureNode> Nodes, IReadOnlyList<PictureLink> Links);

/// <summary>A step in the picture.</summary>
/// <param name="Step">The step.</param>
/// <param name="Kind">Acceptance, Review, Countersign, Correction, SpecialProcedure, Document, Exchange or Close.</param>
/// <param name="Rank">Row, from 0 at the top.</param>
/// <param name="Place">Middle of the node, in widths of a node from the middle of its row.</param>
public sealed record PictureNode(StepRef Step, string Kind, int Rank, double Place);

/// <summary>A way from one step to another.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Outcome">The answer that leads there; Done where none is given.</param>
/// <param name="Title">What the flow's author calls the answer; null where they said nothing.</param>
/// <param name="IsBack">It leads back.</param>
public sealed record PictureLink(string From, string To, string Outcome, LocalText? Title, bool IsBack);
