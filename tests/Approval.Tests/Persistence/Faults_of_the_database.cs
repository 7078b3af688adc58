using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace Approval.Tests.Persistence;

public sealed class Faults_of_the_database
{
    private static readonly NpgsqlException Cut = new("The connection was cut.", new IOException());

    [Fact]
    public void are_seen_where_Entity_Framework_has_wrapped_them()
    {
        var wrapped = new InvalidOperationException("An exception has been raised that is likely due to a transient failure.", Cut);

        wrapped.IsAway().Should().BeTrue();
        wrapped.IsOfDatabase().Should().BeTrue();
    }

    [Fact]
    public void that_would_come_again_are_no_absence()
    {
        var broken = new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation);

        broken.IsOfDatabase().Should().BeTrue();
        broken.IsAway().Should().BeFalse();
    }

    [Fact]
    public void are_not_those_of_what_was_asked()
    {
        var refusal = new RuleBrokenException("CodeWrong", "The code is wrong.", "code");

        refusal.IsOfDatabase().Should().BeFalse();
        refusal.IsAway().Should().BeFalse();
    }
}
