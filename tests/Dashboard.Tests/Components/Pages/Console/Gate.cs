using System.Reflection;

namespace Dashboard.Tests.Components.Pages.Console;

/// <summary>Stands before a real reader: lets calls through, keeps them waiting, or fails them.</summary>
public class Gate<T> : DispatchProxy where T : class
{
    private T _inner = default!;

    /// <summary>Thrown by every call while it is set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Every call waits for it while it is set.</summary>
    public TaskCompletionSource? Closed { get; set; }

    /// <summary>The reader as the page sees it.</summary>
    public T Reader => (T)(object)this;

    internal static Gate<T> Before(T inner)
    {
        var gate = (Gate<T>)(object)Create<T, Gate<T>>();
        gate._inner = inner;
        return gate;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (Failure is { } failure)
            throw failure;
        var answer = targetMethod!.Invoke(_inner, args);
        return Closed is { } closed
            ? typeof(Gate<T>).GetMethod(nameof(After), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(targetMethod.ReturnType.GenericTypeArguments).Invoke(null, [closed.Task, answer])
            : answer;
    }

    private static async Task<TAnswer> After<TAnswer>(Task opened, Task<TAnswer> answer)
    {
        await opened;
        return await answer;
    }
}
