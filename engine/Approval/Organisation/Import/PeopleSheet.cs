using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Reads people from a sheet: a line for each role or post, the lines of one person together.</summary>
internal static class PeopleSheet
{
    /// <summary>Column by head, in the three languages and as the API says it.</summary>
    public static IReadOnlyDictionary<string, string> Columns { get; } = new Dictionary<string, string>
    {
        ["USERNAME"] = "userName",
        ["USER NAME"] = "userName",
        ["用户名"] = "userName",
        ["用戶名"] = "userName",
        ["DISPLAYNAME"] = "displayName",
        ["NAME"] = "displayName",
        ["姓名"] = "displayName",
        ["ROLE"] = "role",
        ["角色"] = "role",
        ["POST"] = "post",
        ["岗位"] = "post",
        ["崗位"] = "post",
        ["UNIT"] = "unit",
        ["机构"] = "unit",
        ["機構"] = "unit",
    };

    private static readonly Dictionary<string, Role> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["系统管理员"] = Role.Administrator,
        ["系統管理員"] = Role.Administrator,
        ["窗口人员"] = Role.WindowClerk,
        ["窗口人員"] = Role.WindowClerk,
        ["审批人员"] = Role.Reviewer,
        ["審批人員"] = Role.Reviewer,
        ["监察人员"] = Role.Supervisor,
        ["監察人員"] = Role.Supervisor,
        ["审计人员"] = Role.Auditor,
        ["審計人員"] = Role.Auditor,
        ["中心负责人"] = Role.HeadOfCentre,
        ["中心負責人"] = Role.HeadOfCentre,
        ["代办员"] = Role.Agent,
        ["代辦員"] = Role.Agent,
    };

    /// <summary>The people, and what of the lines is not understood.</summary>
    public static (IReadOnlyList<PersonRow> People, IReadOnlyList<SheetFault> Faults) Read(IReadOnlyList<SheetRow> rows, CentreDirectory organisation)
    {
        var faults = new List<SheetFault>();
        foreach (var row in rows.Where(row => row["userName"].Length == 0))
        {
            faults.Add(new SheetFault(row.Line, "userName", "UserNameMissing", "A line names a person by the user name."));
        }

        var people = rows.Where(row => row["userName"].Length > 0).GroupBy(row => row["userName"], StringComparer.Ordinal).Select(lines => Person(lines.Key, [.. lines], organisation, faults));
        return ([.. people], faults);
    }

    private static PersonRow Person(string userName, IReadOnlyList<SheetRow> lines, CentreDirectory organisation, List<SheetFault> faults)
    {
        var (grants, posts) = (new List<GrantView>(), new List<HoldingView>());
        foreach (var line in lines.Where(line => line["role"].Length + line["post"].Length > 0))
        {
            if (SheetCells.Unit(line, organisation, faults) is not { } unit)
            {
                continue;
            }

            if (line["role"].Length > 0 && RoleOf(line, faults) is { } role)
            {
                grants.Add(new GrantView(role, unit));
            }

            if (line["post"].Length > 0 && PostOf(line, organisation, faults) is { } post)
            {
                posts.Add(new HoldingView(post, unit));
            }
        }

        return new PersonRow(lines[0].Line, userName, lines.Select(line => line["displayName"]).FirstOrDefault(name => name.Length > 0) ?? "", [.. grants.Distinct()], [.. posts.Distinct()]);
    }

    private static Role? RoleOf(SheetRow row, List<SheetFault> faults)
    {
        if (Roles.TryGetValue(row["role"], out var named) || (Enum.TryParse(row["role"], ignoreCase: true, out named) && Enum.IsDefined(named) && named != Role.System))
        {
            return named;
        }

        faults.Add(new SheetFault(row.Line, "role", "RoleUnknown", $"'{row["role"]}' is no role for people."));
        return null;
    }

    private static string? PostOf(SheetRow row, CentreDirectory organisation, List<SheetFault> faults)
    {
        var text = row["post"];
        if (organisation.Posts.FirstOrDefault(post => post.Code == text || post.Name.ZhHans == text || post.Name.ZhHant == text || post.Name.En == text) is { } known)
        {
            return known.Code;
        }

        faults.Add(new SheetFault(row.Line, "post", "PostUnknown", $"There is no post '{text}'."));
        return null;
    }
}
