namespace ApprovalEngine.Approval.Notifications;

/// <summary>How long a failed message waits: 10 s, 20 s, 40 s … at most an hour; given up after twelve tries, most of a day.</summary>
internal static class BackOff
{
    public const int MostAttempts = 12;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static TimeSpan After(int attempts)
    {
        var wait = First * Math.Pow(2, Math.Min(attempts, MostAttempts) - 1);
        return wait < Longest ? wait : Longest;
    }
}
