namespace ApprovalEngine.Contracts.Organisation;

/// <summary>Kinds of organisation units (domain.md, "OrgUnit").</summary>
public enum OrgUnitKind
{
    /// <summary>市.</summary>
    City,

    /// <summary>區(市)縣.</summary>
    District,

    /// <summary>鎮(街道).</summary>
    Town,

    /// <summary>村(社區).</summary>
    Village,

    /// <summary>部門.</summary>
    Department,

    /// <summary>分中心.</summary>
    SubCentre,

    /// <summary>窗口.</summary>
    Window,

    /// <summary>代理工作站.</summary>
    ServiceStation,
}
