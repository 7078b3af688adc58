using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>Words and inputs that this product's activities share.</summary>
internal static class Offer
{
    public static readonly Wording Approval = new("审批", "審批", "Approval");

    public static readonly PortDescriptor Done = new("Done", new("完成", "完成", "Done"));

    /// <summary>The step limit's port.</summary>
    public static readonly PortDescriptor Overdue = new("Overdue", new("超时", "超時", "Overdue")) { IsBeside = true };

    public static readonly InputDescriptor StepLimitDays = new("StepLimitDays", "Int32", new("环节时限（工作日）", "環節時限（工作日）", "Step limit (working days)"))
    {
        Description = new("超过时走「超时」，任务仍在。", "超過時走「超時」，任務仍在。", "When it passes, Overdue fires beside the task."),
    };

    public static readonly InputDescriptor FourEyes = new("FourEyes", "Boolean", new("回避收件和受理人", "迴避收件和受理人", "Four eyes"), "checkbox")
    {
        Description = new("收件人和受理人不得办理。", "收件人和受理人不得辦理。", "Whoever received or accepted the case may not answer."),
    };

    public static readonly InputDescriptor PersonOfStep = new("PersonOfStep", "String", new("由某环节的办理人办理", "由某環節的辦理人辦理", "Person of an earlier step"))
    {
        Description = new("填较早环节的编号。", "填較早環節的編號。", "Id of the earlier step."),
    };

    /// <summary>To whom a task is offered.</summary>
    /// <param name="usualRole">Role that counts where none is given.</param>
    public static ImmutableArray<InputDescriptor> To(string usualRole) =>
    [
        new("Unit", "String", new("机构", "機構", "Unit")) { Description = new("机构代码；空为办件的承办机构。", "機構代碼；空為辦件的承辦機構。", "Code of the unit; the case's handling unit when empty.") },
        new("Role", "String", new("角色", "角色", "Role"), "dropdown")
        {
            DefaultValue = usualRole,
            UiSpecifications = UiSpecifications.Dropdown("Reviewer", "WindowClerk", "HeadOfCentre", "Supervisor", "Agent"),
        },
        new("Post", "String", new("岗位", "崗位", "Post")),
        new("Person", "String", new("人员", "人員", "Person")) { Description = new("用户名；任务直接归其办理。", "用戶名；任務直接歸其辦理。", "User name; the task is theirs at once.") },
    ];
}
