namespace ApprovalEngine.AdminUi.Resources;

/// <summary>Names the resource files with the words of the office: English, and in files of their own zh-Hans and zh-Hant.</summary>
public sealed class Words;
