namespace ApprovalEngine.Approval.Cases;

/// <summary>The way by which a case came in (渠道). The numbers are stored.</summary>
public enum Channel : short
{
    /// <summary>窗口.</summary>
    Window = 0,

    /// <summary>網上.</summary>
    Online = 1,

    /// <summary>手機客戶端.</summary>
    MobileClient = 2,

    /// <summary>信件.</summary>
    Letter = 3,

    /// <summary>電話.</summary>
    Phone = 4,

    /// <summary>短信.</summary>
    Sms = 5,

    /// <summary>電子郵件.</summary>
    Email = 6,

    /// <summary>門戶網站.</summary>
    Portal = 7,

    /// <summary>微博.</summary>
    Weibo = 8,

    /// <summary>微信.</summary>
    WeChat = 9,

    /// <summary>支付寶.</summary>
    Alipay = 10,

    /// <summary>From within the authority itself.</summary>
    Internal = 11,
}
