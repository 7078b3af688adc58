using System.Collections.Immutable;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>The shipped organisation (workflows/organisation.json).</summary>
internal sealed record OrganisationFile(
    OrganisationFile.CentreOfFile Centre,
    ImmutableArray<OrganisationFile.UnitOfFile> Units,
    ImmutableArray<OrganisationFile.PostOfFile> Posts,
    ImmutableArray<OrganisationFile.UserOfFile> Users)
{
    public const string Name = "organisation.json";

    internal sealed record CentreOfFile(string Code, LocalText Name, string Zone, string Profile, ImmutableArray<HoursOfFile> OfficeHours);

    internal sealed record HoursOfFile(DateOnly From, TimeOnly Opens, TimeOnly Closes);

    internal sealed record UnitOfFile(string Code, string? Parent, OrgUnitKind Kind, LocalText Name);

    internal sealed record PostOfFile(string Code, LocalText Name);

    internal sealed record UserOfFile(string UserName, string Name, ImmutableArray<GrantOfFile> Grants, ImmutableArray<HoldingOfFile> Posts);

    internal sealed record GrantOfFile(Role Role, string Unit);

    internal sealed record HoldingOfFile(string Post, string Unit);
}
