namespace ApprovalEngine.Contracts.Supervision;

/// <summary>What an alert waits for from whoever asks.</summary>
public enum AlertDuty
{
    /// <summary>That they acknowledge or explain it: it names them, or names nobody and they lead its unit.</summary>
    Answer,

    /// <summary>The same of those alone that name nobody: as head of the unit they answer for them.</summary>
    AnswerAsHead,

    /// <summary>That they decide on it: an explanation, an appeal, or what was handed up to them.</summary>
    Decide,
}
