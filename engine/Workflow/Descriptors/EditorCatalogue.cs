using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>
/// What designers may choose from besides activities, in the form that Elsa's REST interface gives. Only what is honoured here is offered;
/// a document that names something else keeps it, and the linter says so.
/// </summary>
public static class EditorCatalogue
{
    /// <summary>Expression types.</summary>
    public static JsonObject Expressions() => Counted(
    [
        Expression("Literal", null, isBrowsable: false), Expression("Object", "json", isBrowsable: false), Expression("Json", "json", isBrowsable: false),
        Expression("Variable", null), Expression("Input", null), Expression("JavaScript", "javascript"), Expression("Liquid", "liquid"),
    ]);

    /// <summary>Types of variables, inputs and outputs.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject Variables(string culture) => Listed(VariableTypes.All.Select(type => new JsonObject
    {
        ["typeName"] = type.TypeName,
        ["displayName"] = type.TypeName,
        ["category"] = type.Category.In(culture),
        ["description"] = type.Description.In(culture),
    }));

    /// <summary>Where the value of a variable is kept: in Elsa's own modes only the first and the last survive a wait.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject StorageDrivers(string culture) => Listed(
    [
        Driver("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", new("随实例保存", "隨實例保存", "Workflow Instance"), 5, culture),
        Driver("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", new("仅在内存", "僅在記憶體", "Memory"), 0, culture),
        Driver("Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core", new("随流程保存（旧）", "隨流程保存（舊）", "Workflow"), -1, culture, isOld: true),
    ]);

    /// <summary>What a fault does.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject IncidentStrategies(string culture) => Counted(
    [
        Strategy(
            "ContinueWithIncidentsStrategy", new("带故障继续", "帶故障繼續", "Continue with incidents"),
            new("出错的活动停下，其余分支继续。", "出錯的活動停下，其餘分支繼續。", "The faulted activity stops; other branches go on."), culture),
        Strategy(
            "FaultStrategy", new("整个流程出错", "整個流程出錯", "Fault"),
            new("任何错误都使整个实例停止。安全模式下总是带故障继续。", "任何錯誤都使整個實例停止。安全模式下總是帶故障繼續。", "Any fault ends the whole instance. In safe mode other branches always go on."), culture),
    ]);

    /// <summary>When an instance may be started: here always, once an application is received.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject ActivationStrategies(string culture) => Counted(
    [
        Strategy(
            "Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", new("总是允许", "總是允許", "Always"),
            new("每次收件都开始一个新实例。", "每次收件都開始一個新實例。", "Every application starts an instance of its own."), culture),
    ]);

    /// <summary>What is written to the journal of an instance: here always everything, for a trail with gaps proves nothing.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject LogPersistenceStrategies(string culture) => Counted(
    [
        Strategy(
            "Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", new("全部记录", "全部記錄", "Include"),
            new("审计要求完整的记录。", "審計要求完整的記錄。", "The audit trail is always complete."), culture),
    ]);

    /// <summary>Nothing to choose: a step is always one transaction, a call is always retried, an output is always itself.</summary>
    public static JsonObject None() => Counted([]);

    private static JsonObject Expression(string type, string? language, bool isBrowsable = true) => new()
    {
        ["type"] = type,
        ["displayName"] = type,
        ["isSerializable"] = true,
        ["isBrowsable"] = isBrowsable,
        ["properties"] = language is null ? new JsonObject() : new JsonObject { ["MonacoLanguage"] = language },
    };

    private static JsonObject Driver(string typeName, Wording name, int priority, string culture, bool isOld = false) => new()
    {
        ["typeName"] = typeName,
        ["displayName"] = name.In(culture),
        ["priority"] = priority,
        ["deprecated"] = isOld,
    };

    private static JsonObject Strategy(string typeName, Wording name, Wording description, string culture) => new()
    {
        ["displayName"] = name.In(culture),
        ["description"] = description.In(culture),
        ["typeName"] = typeName,
    };

    private static JsonObject Counted(IReadOnlyList<JsonObject> items) => new() { ["items"] = new JsonArray([.. items]), ["count"] = items.Count };

    private static JsonObject Listed(IEnumerable<JsonObject> items) => new() { ["items"] = new JsonArray([.. items]) };
}
