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

    public static readonly InputDescriptor Post = new("Post", "String", new("岗位", "崗位", "Post"), "dropdown") { Source = ChoiceSource.Posts };

    public static readonly Choice Reviewer = new("Reviewer", new("审查人员", "審查人員", "Reviewer"));

    public static readonly Choice WindowClerk = new("WindowClerk", new("窗口人员", "窗口人員", "Window clerk"));

    public static readonly Choice HeadOfCentre = new("HeadOfCentre", new("中心主任", "中心主任", "Head of the centre"));

    public static readonly Choice Supervisor = new("Supervisor", new("监察人员", "監察人員", "Supervisor"));

    public static readonly Choice Agent = new("Agent", new("代办人员", "代辦人員", "Agent"));

    /// <summary>To whom a task is offered.</summary>
    /// <param name="usualRole">Role that counts where none is given.</param>
    public static ImmutableArray<InputDescriptor> To(string usualRole) =>
    [
        new("Unit", "String", new("机构", "機構", "Unit"), "dropdown") { Source = ChoiceSource.Units, Description = new("机构代码；空为办件的承办机构。", "機構代碼；空為辦件的承辦機構。", "Code of the unit; the case's handling unit when empty.") },
        new("Role", "String", new("角色", "角色", "Role"), "dropdown")
        {
            DefaultValue = usualRole,
            Choices = [Reviewer, WindowClerk, HeadOfCentre, Supervisor, Agent],
        },
        Post,
        new("Person", "String", new("人员", "人員", "Person"), "dropdown") { Source = ChoiceSource.People, Description = new("用户名；任务直接归其办理。", "用戶名；任務直接歸其辦理。", "User name; the task is theirs at once.") },
    ];
}
