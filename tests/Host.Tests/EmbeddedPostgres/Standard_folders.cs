using ApprovalEngine.Host.EmbeddedPostgres;

namespace Host.Tests.EmbeddedPostgres;

public sealed class Standard_folders
{
    [Fact]
    public void are_the_systems_for_root_and_the_users_otherwise()
    {
        var data = StandardFolders.Data();

        if (Environment.GetEnvironmentVariable("APPROVAL_DATA") is { Length: > 0 } given)
        {
            data.Should().Be(given);
        }
        else if (Environment.IsPrivilegedProcess)
        {
            data.Should().Be("/var/lib/approval");
        }
        else
        {
            data.Should().EndWith("/approval").And.NotStartWith("/var");
        }
    }
}
