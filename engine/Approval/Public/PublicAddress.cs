namespace ApprovalEngine.Approval.Public;

/// <summary>Where people outside find this service: printed on receipts and documents.</summary>
/// <param name="root">The root address, asked for when it is needed: a host knows where it listens only once it runs.</param>
public sealed class PublicAddress(Func<Uri> root)
{
    /// <summary>Page on which an applicant follows a case.</summary>
    public const string ProgressPath = "progress";

    /// <summary>Page on which anybody checks a document.</summary>
    public const string VerifyPath = "verify";

    /// <summary>The page of progress, to be typed.</summary>
    public Uri Progress => new(root(), ProgressPath);

    /// <summary>The page of progress with a case's number and code filled in, for a QR code.</summary>
    public Uri ProgressOf(string number, string code) => With(ProgressPath, number, code);

    /// <summary>The page of verification, to be typed.</summary>
    public Uri Verification => new(root(), VerifyPath);

    /// <summary>The page of verification with a document's number and code filled in, for a QR code.</summary>
    public Uri VerificationOf(string number, string code) => With(VerifyPath, number, code);

    private Uri With(string path, string number, string code) => new(root(), $"{path}?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}");
}
