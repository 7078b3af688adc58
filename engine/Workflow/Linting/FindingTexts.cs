using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>The linter's sentences.</summary>
internal static class FindingTexts
{
    private static readonly Dictionary<string, Wording> Texts = new()
    {
        [FindingCodes.BrokenForm] = new("{0}：定义无法读取：{1}", "{0}：定義無法讀取：{1}", "{0} cannot be read: {1}"),
        [FindingCodes.DuplicateId] = new("编号「{0}」出现了不止一次。", "編號「{0}」出現了不止一次。", "The id \"{0}\" stands more than once."),
        [FindingCodes.NotExecutedHere] = new("活动类型 {0} 在本系统中不执行。", "活動類型 {0} 在本系統中不執行。", "Activities of type {0} are not executed here."),
        [FindingCodes.ExpressionDoesNotParse] = new("输入「{0}」的 {1} 表达式有语法错误：{2}", "輸入「{0}」的 {1} 表達式有語法錯誤：{2}", "The {1} expression of input \"{0}\" does not parse: {2}"),
        [FindingCodes.ExpressionNotExecutedHere] = new("输入「{0}」使用 {1} 表达式，本系统从不执行。", "輸入「{0}」使用 {1} 表達式，本系統從不執行。", "Input \"{0}\" is an expression of type {1}, which is never executed here."),
        [FindingCodes.LiteralDoesNotFit] = new("输入「{0}」的值不是有效的 {1}：{2}", "輸入「{0}」的值不是有效的 {1}：{2}", "The value of input \"{0}\" is no {1}: {2}"),
        [FindingCodes.InputMissing] = new("缺少输入「{0}」。", "缺少輸入「{0}」。", "Input \"{0}\" is missing."),
        [FindingCodes.ChoiceUnknown] = new("输入「{0}」的值「{1}」不在可选范围内：{2}。", "輸入「{0}」的值「{1}」不在可選範圍內：{2}。", "Input \"{0}\" is \"{1}\", which is none of {2}."),
        [FindingCodes.VariableUnknown] = new("变量「{0}」在此处不存在。", "變量「{0}」在此處不存在。", "There is no variable \"{0}\" in scope."),
        [FindingCodes.NameUnknown] = new("输入「{0}」的脚本用到「{1}」，但没有这个名称。", "輸入「{0}」的腳本用到「{1}」，但沒有這個名稱。", "The script of input \"{0}\" refers to \"{1}\", which it would not find."),
        [FindingCodes.NoCandidates] = new("任务没有候选办理人。", "任務沒有候選辦理人。", "The task has no candidates."),
        [FindingCodes.StepUnknown] = new("输入「{0}」所指的环节「{1}」不存在。", "輸入「{0}」所指的環節「{1}」不存在。", "Input \"{0}\" names the step \"{1}\", which does not exist."),
        [FindingCodes.PromisedAboveLegal] = new("承诺时限 {0} 个工作日超过法定时限 {1} 个工作日。", "承諾時限 {0} 個工作日超過法定時限 {1} 個工作日。", "The promised limit of {0} working days is above the legal limit of {1}."),
        [FindingCodes.LimitDiffersFromItem] = new("「{0}」为 {1} 个工作日，与事项的 {2} 个工作日不一致。", "「{0}」為 {1} 個工作日，與事項的 {2} 個工作日不一致。", "\"{0}\" is {1} working days, but the item's limit is {2}."),
        [FindingCodes.CycleLeft] = new("除已标明的退回外，连线仍构成环路，经过「{0}」。", "除已標明的退回外，連線仍構成環路，經過「{0}」。", "Apart from the connections marked as leading back, a cycle is left through \"{0}\"."),
        [FindingCodes.CloseCaseNotReachable] = new("流程服务于事项，但没有可到达的办结活动。", "流程服務於事項，但沒有可到達的辦結活動。", "The flow serves an item, but no Approval.CloseCase can be reached."),
        [FindingCodes.ReworkInParallelBranch] = new("由并行分支退回到「{0}」：在 counter 方式下汇合「{1}」会出错，办件丢失；请改用 safe 方式。", "由並行分支退回到「{0}」：在 counter 方式下匯合「{1}」會出錯，辦件丟失；請改用 safe 方式。", "A parallel branch goes back to \"{0}\": counter mode then miscounts at the join \"{1}\" and loses the case; use safe mode."),
        [FindingCodes.JoinMayBeSkipped] = new("「{0}」未选的分支会使等待全部的汇合被跳过，其后环节不再执行；请改用 safe 方式或 WaitAllActive。", "「{0}」未選的分支會使等待全部的匯合被跳過，其後環節不再執行；請改用 safe 方式或 WaitAllActive。", "A branch that \"{0}\" does not choose lets counter mode skip this WaitAll join and what follows it; use safe mode or WaitAllActive."),
        [FindingCodes.JoinWithoutMode] = new("汇合未设方式：在 counter 方式下首个到达的分支即继续，并取消其余分支。", "匯合未設方式：在 counter 方式下首個到達的分支即繼續，並取消其餘分支。", "The join has no mode: in counter mode it goes on with the first branch and cancels the others."),
        [FindingCodes.DeadEnd] = new("此路在此终止，未到办结。", "此路在此終止，未到辦結。", "The way ends here without closing the case."),
        [FindingCodes.OutcomeUnconnected] = new("结果「{0}」没有连线。", "結果「{0}」沒有連線。", "The outcome \"{0}\" leads nowhere."),
        [FindingCodes.PortUnknown] = new("有连线从结果「{0}」出发，但该活动没有此结果。", "有連線從結果「{0}」出發，但該活動沒有此結果。", "A connection begins at the outcome \"{0}\", which the activity does not have."),
        [FindingCodes.NotReachable] = new("没有通向此活动的路。", "沒有通向此活動的路。", "No way leads to this activity."),
        [FindingCodes.ConnectionLost] = new("从「{0}」到「{1}」的连线所指的活动不存在。", "從「{0}」到「{1}」的連線所指的活動不存在。", "The connection from \"{0}\" to \"{1}\" names an activity that does not exist."),
        [FindingCodes.StepLimitsAbovePromise] = new("最长一路的环节时限合计 {0} 个工作日，超过承诺时限 {1} 个工作日：{2}。", "最長一路的環節時限合計 {0} 個工作日，超過承諾時限 {1} 個工作日：{2}。", "The step limits on the longest way add up to {0} working days, above the promise of {1}: {2}."),
        [FindingCodes.ReturnUnknown] = new("标明的退回（{0}，{1}，{2}）没有对应的连线。", "標明的退回（{0}，{1}，{2}）沒有對應的連線。", "The return marked from \"{0}\" over \"{1}\" to \"{2}\" is no connection."),
        [FindingCodes.MergesWaitForEachOther] = new("「{0}」与「{1}」两处汇合可能互相等待。", "「{0}」與「{1}」兩處匯合可能互相等待。", "The merges \"{0}\" and \"{1}\" could wait for each other."),
        [FindingCodes.DirectionInferred] = new("哪条连线是退回由系统推定，且并非唯一可能；请在设计器中标明。", "哪條連線是退回由系統推定，且並非唯一可能；請在設計器中標明。", "Which connection leads back was inferred, and another choice was possible; mark it in the designer."),
        [FindingCodes.RunsWithinTheStep] = new("该活动在别处于后台运行，在此于步骤内运行。", "該活動在別處於後台運行，在此於步驟內運行。", "Elsewhere this activity runs in the background; here it runs within the step."),
        [FindingCodes.StartsNothing] = new("该触发器在此不会自行启动流程。", "該觸發器在此不會自行啟動流程。", "This trigger starts no instance by itself here."),
        [FindingCodes.BackwardNotValid] = new("沿连线返回「{0}」时，counter 方式会报错并终止流程：有的路不经过「{0}」。", "沿連線返回「{0}」時，counter 方式會報錯並終止流程：有的路不經過「{0}」。", "Following the connection back to \"{0}\" is a fault in counter mode and ends the instance: some way leads past \"{0}\"."),
        [FindingCodes.RaceOverContainer] = new("汇合以首个到达的分支继续，会取消「{0}」中的等待；真正的 Elsa 会因此报错。", "匯合以首個到達的分支繼續，會取消「{0}」中的等待；真正的 Elsa 會因此報錯。", "The join goes on with the first branch and cancels what waits in \"{0}\"; real Elsa faults at that."),
        [FindingCodes.MergeRunsAgain] = new("并行分支先后到达此处：token 方式对每个分支各执行一次，其后环节也重复；请改用 safe 方式或设为 Merge。", "並行分支先後到達此處：token 方式對每個分支各執行一次，其後環節也重複；請改用 safe 方式或設為 Merge。", "Branches that run side by side meet here: token mode runs this activity, and all behind it, again for each that arrives later; use safe mode or Merge."),
        [FindingCodes.TokenNeverConsumed] = new("token 方式可能在此留下无法消耗的令牌：流程永远挂起，且没有任何等待可以恢复它。", "token 方式可能在此留下無法消耗的令牌：流程永遠掛起，且沒有任何等待可以恢復它。", "Token mode can leave a token here that nothing consumes: the instance stays suspended for ever, with nothing that could resume it."),
        [FindingCodes.ConvergeNeverStarts] = new("此处的 Converge 也等待返回它的连线，因此从不开始。", "此處的 Converge 也等待返回它的連線，因此從不開始。", "This Converge waits for a connection that leads back to it too, and so never starts."),
        [FindingCodes.EndDropsBranch] = new("到此结束时，并行分支中「{0}」的等待会被丢弃。", "到此結束時，並行分支中「{0}」的等待會被丟棄。", "Ending here drops what \"{0}\" waits for in a branch beside it."),
        [FindingCodes.BreakOutsideLoop] = new("跳出不在循环内：它会结束所在的容器。", "跳出不在循環內：它會結束所在的容器。", "There is no loop around this Break: it ends its container."),
        [FindingCodes.CompleteLeadsOn] = new("嵌套流程图中的完成活动还有后续连线：它完成的是整个流程，真正的 Elsa 会报错。", "嵌套流程圖中的完成活動還有後續連線：它完成的是整個流程，真正的 Elsa 會報錯。", "A Complete in a nested flowchart completes the whole workflow; with a connection that leads on, real Elsa faults."),
        [FindingCodes.VariableNotKept] = new("变量「{0}」没有流程存储方式：在等待之前写入的值，到此已丢失。", "變量「{0}」沒有流程存儲方式：在等待之前寫入的值，到此已丟失。", "The variable \"{0}\" has no workflow storage driver: what was written before a wait is lost here."),
        [FindingCodes.InputNotKept] = new("输入「{0}」没有流程存储方式：等待之后在此读不到。", "輸入「{0}」沒有流程存儲方式：等待之後在此讀不到。", "The input \"{0}\" has no workflow storage driver: behind a wait it is null here."),
        [FindingCodes.OutputNotKept] = new("「{0}」的输出只在一次运行中有效：等待之后在此读不到；请绑定到变量。", "「{0}」的輸出只在一次運行中有效：等待之後在此讀不到；請綁定到變量。", "The output of \"{0}\" lives for one run only: behind a wait it is null here; bind it to a variable."),
        [FindingCodes.FaultLeavesHanging] = new("按此故障策略，活动出错后流程图永不完成，流程挂起且无从恢复。", "按此故障策略，活動出錯後流程圖永不完成，流程掛起且無從恢復。", "With this incident strategy a fault leaves a flowchart that never completes: the instance stays suspended, with nothing that could resume it."),
        [FindingCodes.DefinitionUnknown] = new("没有已发布的流程「{0}」。", "沒有已發布的流程「{0}」。", "There is no published definition \"{0}\"."),
        [FindingCodes.DefinitionComputed] = new("要运行的流程由表达式得出，发布时无从得知；请直接指定。", "要運行的流程由表達式得出，發布時無從得知；請直接指定。", "Which definition is executed is computed, so that it cannot be known when the flow is published; name it."),
        [FindingCodes.DestinationNotAllowed] = new("网址 {0} 不在设置的允许名单中，不会被访问。", "網址 {0} 不在設置的允許名單中，不會被訪問。", "The address {0} is not on the allow list of the settings, so it would not be asked."),
        [FindingCodes.DefinitionUsesItself] = new("流程「{0}」经由所用的流程又用到自己，永无止境。", "流程「{0}」經由所用的流程又用到自己，永無止境。", "The definition \"{0}\" comes back to itself over those it uses, without end."),
        [FindingCodes.ExecutedAsksPeople] = new("流程「{0}」有人员任务或外部服务，不能这样运行；请把它作为活动使用。", "流程「{0}」有人員任務或外部服務，不能這樣運行；請把它作為活動使用。", "The definition \"{0}\" asks people or services, which only a case can do: use it as an activity."),
        [FindingCodes.ExecutedIsLost] = new("流程「{0}」会等待，但此处不等它结束：它会丢失。", "流程「{0}」會等待，但此處不等它結束：它會丟失。", "The definition \"{0}\" waits, but nothing here waits for it: it would be lost."),
        [FindingCodes.ElsaRunsOtherwise] = new("真正的 Elsa 在此与 safe 方式不同：{0}", "真正的 Elsa 在此與 safe 方式不同：{0}", "Real Elsa would run this otherwise than safe mode: {0}"),
    };

    /// <summary>The sentence of a rule.</summary>
    public static Wording Of(string code) => Texts[code];
}
