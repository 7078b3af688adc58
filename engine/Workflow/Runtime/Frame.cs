using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An activity that runs or waits, inside a step. In safe mode every frame that is no container is a token.</summary>
internal sealed class Frame(int id, ActivityNode node, Frame? parent)
{
    // Most frames are no flowcharts and hold neither.
    private List<Arrival>? arrived;
    private List<FlowToken>? tokens;
    private JsonObject? data;

    /// <summary>Number within the instance, never used again.</summary>
    public int Id { get; } = id;

    /// <summary>The activity.</summary>
    public ActivityNode Node { get; } = node;

    /// <summary>The container's frame; null for the root.</summary>
    public Frame? Parent { get; } = parent;

    /// <summary>Frames of nested activities that run, wait or stand as incidents.</summary>
    public List<Frame> Children => field ??= [];

    /// <summary>Where it stands.</summary>
    public FrameStatus Status { get; set; } = FrameStatus.Running;

    /// <summary>It runs because of a backward connection.</summary>
    public bool CameBack { get; init; }

    /// <summary>The executor's private data, kept with the state: a copy that may be changed. Null until something is put there.</summary>
    public JsonObject? Data => data ??= KeptData?.DeepClone().AsObject();

    /// <summary>The private data as the state keeps them, not to be changed.</summary>
    public JsonObject? KeptData { get; init; }

    /// <summary>Private data, for the state.</summary>
    public JsonObject? DataNow => data ?? KeptData;

    /// <summary>Values of variables that live in this frame, by name; null until one is set.</summary>
    public Dictionary<string, object?>? Variables { get; set; }

    /// <summary>A flowchart's counters (counter mode).</summary>
    public FlowVisits? Visits { get; set; }

    /// <summary>A flowchart's tokens that have arrived at a merge (safe mode).</summary>
    public List<Arrival> Arrived => arrived ??= [];

    /// <summary>A flowchart's tokens (token mode).</summary>
    public List<FlowToken> Tokens => tokens ??= [];

    /// <summary>Arrived tokens, for the state.</summary>
    public ImmutableArray<Arrival> ArrivedNow => arrived is null ? [] : [.. arrived];

    /// <summary>Tokens, for the state.</summary>
    public ImmutableArray<FlowToken> TokensNow => tokens is null ? [] : [.. tokens];

    /// <summary>Whether it neither ended nor was cancelled.</summary>
    public bool IsLive => Status is FrameStatus.Running or FrameStatus.Faulted;

    /// <summary>This frame and its containers, from the inside out.</summary>
    public IEnumerable<Frame> Path
    {
        get
        {
            for (var frame = this; frame is not null; frame = frame.Parent)
            {
                yield return frame;
            }
        }
    }

    /// <summary>Reads a private number, text or flag; the type's default when it was never set.</summary>
    public T? Get<T>(string name) => DataNow?[name] is { } value ? value.GetValue<T>() : default;

    /// <summary>Keeps a private value.</summary>
    public void Set(string name, JsonNode? value) => (data = Data ?? [])[name] = value;
}

/// <summary>Where a frame stands.</summary>
internal enum FrameStatus
{
    /// <summary>Runs or waits.</summary>
    Running,

    /// <summary>Stands as an incident.</summary>
    Faulted,

    /// <summary>Has ended as meant.</summary>
    Completed,

    /// <summary>Was cancelled.</summary>
    Cancelled,
}
