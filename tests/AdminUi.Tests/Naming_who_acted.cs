using ApprovalEngine.AdminUi.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AdminUi.Tests;

public sealed class Naming_who_acted : BunitContext
{
    [Theory]
    [InlineData("system/timer", "System (limits)")]
    [InlineData("applicant", "Applicant")]
    [InlineData("program/exchange", "program/exchange")]
    [InlineData(null, "")]
    public void says_in_words_what_no_person_did(string? actor, string words)
    {
        Offices.Add(this);

        Services.GetRequiredService<Session>().Name(actor).Should().Be(words);
    }
}
