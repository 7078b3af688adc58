using System.Globalization;

namespace ApprovalEngine.Host.Server;

/// <summary>What is said to who asks too often.</summary>
internal static class RetryLater
{
    /// <summary>Says when to come again, in whole seconds.</summary>
    public static void ComeAgainAfter(this HttpResponse response, TimeSpan wait) => response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
