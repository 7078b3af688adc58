namespace ApprovalEngine.Contracts.Elsa;

/// <summary>The way to an activity.</summary>
/// <param name="ChildNode">The activity.</param>
/// <param name="Container">The workflow.</param>
/// <param name="PathSegments">The activities into whose ports one steps on the way, outermost first.</param>
public sealed record ElsaSegments(ElsaNode ChildNode, ElsaNode Container, IReadOnlyList<ElsaSegment> PathSegments);

/// <summary>A step into a port.</summary>
/// <param name="ActivityNodeId">Path of the activity.</param>
/// <param name="ActivityId">Its id.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="PortName">The port.</param>
public sealed record ElsaSegment(string ActivityNodeId, string ActivityId, string ActivityType, string PortName);
