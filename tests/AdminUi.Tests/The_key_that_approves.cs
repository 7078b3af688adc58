using ApprovalEngine.AdminUi.Review;

namespace AdminUi.Tests;

public sealed class The_key_that_approves
{
    [Theory]
    [InlineData("Approved", "Rejected", "Approved")]
    [InlineData("Granted", "Corrected", "Granted")]
    [InlineData("Corrected", "Rejected", "Corrected")]
    [InlineData("Next", "Next", "Refused", "Rejected")]
    [InlineData(null, "Rejected", "NotAccepted")]
    public void never_answers_against_the_applicant(string? wanted, params string[] outcomes) => Outcomes.Approving(outcomes).Should().Be(wanted);
}
