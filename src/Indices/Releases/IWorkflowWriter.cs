using Indices.Accounts;

namespace Indices.Releases;

/// <summary>The steps of people: 拟稿 → 审核 → 批准 → visible at the instant. Each step and its line in the audit log are one transaction.</summary>
/// <remarks>
/// Whoever calls has made sure that the person holds the role; who may take a step beside others is decided here.
/// Every method throws <see cref="InvalidOperationException"/> when the version is not where the step begins; nothing has happened then.
/// </remarks>
public interface IWorkflowWriter
{
    /// <summary>Says why a version is there. A review that was made of another note no longer counts.</summary>
    Task Describe(long id, ReleaseNote note, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Finds an open candidate in order and sets its instant.</summary>
    /// <param name="series">Codes of what the index is calculated from: who let them in last is one of its preparers.</param>
    /// <exception cref="InvalidOperationException">Also: the content is not what was looked at, the instant has passed, or the person prepared it.</exception>
    Task Review(long id, ReviewedRelease review, IReadOnlySet<string> series, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Approves what was reviewed, and freezes the parameters that close with it.</summary>
    /// <param name="binding">Of the review that was shown.</param>
    /// <param name="atOnce">True for a review without an instant, and for no other.</param>
    /// <exception cref="InvalidOperationException">Also: content, note or instant are not those that were reviewed, the instant has passed, or the person prepared or reviewed it.</exception>
    Task Approve(long id, string binding, bool atOnce, IReadOnlySet<string> series, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Opens what was reviewed again.</summary>
    Task SendBack(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Sets a version aside for good that is not approved.</summary>
    Task Reject(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Takes an approval back before the instant. What is published stays published.</summary>
    Task Withdraw(long id, string reason, Actor by, DateTimeOffset at, CancellationToken cancellation = default);
}
