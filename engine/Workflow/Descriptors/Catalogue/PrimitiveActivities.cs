using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>Data, journal and scripts.</summary>
internal static class PrimitiveActivities
{
    private static readonly Wording Primitives = new("基本", "基本", "Primitives");
    private static readonly Wording Value = new("值", "值", "Value");

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.WriteLine", Category = Primitives,
            DisplayName = new("写入日志", "寫入日誌", "Write Line"),
            Description = new("向办件日志写一行。", "向辦件日誌寫一行。", "Writes a line to the journal."),
            Inputs = [new("Text", "String", new("文字", "文字", "Text"))],
        },
        new()
        {
            TypeName = "Elsa.SetVariable", Category = Primitives,
            DisplayName = new("设置变量", "設置變量", "Set Variable"),
            Description = new("给变量赋值。", "給變量賦值。", "Assigns a value to a variable."),
            Inputs =
            [
                new("Variable", "UnregisteredClrType:Elsa.Workflows.Memory.Variable, Elsa.Workflows.Core", new("变量", "變量", "Variable"), "variable-picker") { IsWrapped = false },
                new("Value", "Object", Value),
            ],
        },
        new()
        {
            TypeName = "Elsa.SetOutput", Category = Primitives,
            DisplayName = new("设置输出", "設置輸出", "Set Output"),
            Description = new("给流程的输出赋值。", "給流程的輸出賦值。", "Assigns a value to an output of the workflow."),
            Inputs = [new("OutputName", "String", new("输出", "輸出", "Output"), "output-picker"), new("OutputValue", "Object", Value)],
        },
        new()
        {
            TypeName = "Elsa.SetName", Category = Primitives,
            DisplayName = new("命名", "命名", "Set Name"),
            Description = new("给流程实例命名。", "給流程實例命名。", "Names the workflow instance."),
            Inputs = [new("Value", "String", Value)],
        },
        new()
        {
            TypeName = "Elsa.Correlate", Category = Primitives,
            DisplayName = new("关联", "關聯", "Correlate"),
            Description = new("设置流程实例的关联号。", "設置流程實例的關聯號。", "Sets the correlation id of the workflow instance."),
            Inputs = [new("CorrelationId", "String", new("关联号", "關聯號", "Correlation Id"))],
        },
        new()
        {
            TypeName = "Elsa.Fault", Category = Primitives,
            DisplayName = new("报错", "報錯", "Fault"),
            Description = new("使流程出错；安全模式下成为待处理的故障。", "使流程出錯；安全模式下成為待處理的故障。", "Faults the workflow; in safe mode an incident."),
            Inputs =
            [
                new("Code", "String", new("代码", "代碼", "Code")),
                new("Category", "String", new("类别", "類別", "Category")),
                new("FaultType", "String", new("类型", "類型", "Type")),
                new("Message", "String", new("消息", "消息", "Message")),
            ],
        },
        new()
        {
            TypeName = "Elsa.RunJavaScript", Category = Primitives,
            DisplayName = new("运行 JavaScript", "運行 JavaScript", "Run JavaScript"),
            Description = new("运行一段脚本，可由它决定走哪条路。", "運行一段腳本，可由它決定走哪條路。", "Runs a script, which may choose the way on."),
            Inputs =
            [
                new("Script", "String", new("脚本", "腳本", "Script"), "code-editor") { DefaultSyntax = "JavaScript", UiSpecifications = UiSpecifications.Code("javascript") },
                new("PossibleOutcomes", "List<String>", new("可能的结果", "可能的結果", "Possible Outcomes"), "dynamic-outcomes") { DefaultSyntax = "Object" },
            ],
            Outputs = [new("Result", "Object", new("结果", "結果", "Result"))],
        },
    ];
}
