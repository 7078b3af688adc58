using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>The object <c>variables</c>: its members are the variables in scope, read when asked for and written at once.</summary>
internal sealed class JavaScriptVariables : ObjectInstance
{
    private readonly JavaScriptRun run;

    public JavaScriptVariables(JavaScriptRun run)
        : base(run.Engine)
    {
        this.run = run;
        Prototype = run.Engine.Intrinsics.Object.PrototypeObject;
    }

    public override PropertyDescriptor GetOwnProperty(JsValue property) =>
        property.IsString() && run.TryRead(property.AsString(), out var value)
            ? new PropertyDescriptor(value, writable: true, enumerable: true, configurable: true)
            : base.GetOwnProperty(property);

    public override bool Set(JsValue property, JsValue value, JsValue receiver)
    {
        if (!property.IsString())
        {
            return base.Set(property, value, receiver);
        }

        run.Write(property.AsString(), value);
        return true;
    }

    public override List<JsValue> GetOwnPropertyKeys(Types types = Types.Empty | Types.String | Types.Symbol) =>
        [.. run.Scope.VariableNames.Distinct().Select(name => (JsValue)new JsString(name))];
}
