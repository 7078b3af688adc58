namespace ApprovalEngine.AdminUi.Shell;

/// <summary>Something that the box finds: to go to, or to do.</summary>
/// <param name="Kind">Under which heading it stands.</param>
/// <param name="Title">What it is called.</param>
/// <param name="More">What else tells it from others.</param>
/// <param name="Icon">Its drawing.</param>
/// <param name="Address">Where it leads; null for nowhere.</param>
/// <param name="Act">What it does; null for nothing.</param>
public sealed record Found(FoundKind Kind, string Title, string More, string Icon, string? Address, Func<Task>? Act = null);

/// <summary>What the box finds, in the order in which it is shown.</summary>
public enum FoundKind
{
    /// <summary>Cases, and all that are due on a day.</summary>
    Cases,

    /// <summary>Applicants of the cases that were found.</summary>
    Applicants,

    /// <summary>Places of the navigation.</summary>
    Places,

    /// <summary>Items of the catalogue.</summary>
    Items,

    /// <summary>What can be begun, and what stands under the own name.</summary>
    Commands,
}
