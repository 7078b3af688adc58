namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Tells a person's acts from what happens by itself.</summary>
internal static class PersonsActs
{
    /// <summary>A person waits for the answer: an expression that fails refuses the act instead of leaving an incident.</summary>
    public static bool IsPersonsAct(this Stimulus stimulus) => stimulus is
        Stimulus.CompleteTask or Stimulus.ClaimTask or Stimulus.ReleaseTask or Stimulus.TransferTask
        or Stimulus.DelegateTask or Stimulus.RecallTask or Stimulus.AddSigner or Stimulus.RemoveSigner or Stimulus.UrgeTask
        or Stimulus.SuspendCase or Stimulus.ResumeCase or Stimulus.ResolveIncident or Stimulus.Withdraw
        or Stimulus.ReturnTo or Stimulus.ExtendLimit or Stimulus.EndCase or Stimulus.Migrate;

    /// <summary>What cannot be done while a person has suspended the case; ending and resuming it can.</summary>
    public static bool WaitsForResumption(this Stimulus stimulus) =>
        stimulus.IsPersonsAct() && stimulus is not (Stimulus.ResumeCase or Stimulus.EndCase or Stimulus.ResolveIncident or Stimulus.Withdraw);

    /// <summary>Whether an actor is the system (<c>system/…</c>) and no person: it holds and bars nothing.</summary>
    public static bool IsSystem(string actor) => actor.StartsWith("system/", StringComparison.Ordinal);
}
