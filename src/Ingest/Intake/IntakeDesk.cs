using Indices.Intake;
using Indices.Methodology;
using Indices.Observations;
using Indices.Provenance;
using Indices.Time;
using Ingest.Archive;
using Ingest.Validation;

namespace Ingest.Intake;

/// <summary>Archives what people bring, shows what it would change, and stores it once they have said so.</summary>
internal sealed class IntakeDesk(
    DocumentArchive archive,
    DocumentReading reading,
    IDefinitionReader definitions,
    IObservationReader observations,
    IIntakeReader reader,
    IIntakeWriter writer,
    TimeProvider clock) : IIntake, IDisposable
{
    private const string ContentType = "text/csv";

    /// <summary>A large file fills memory while it is read, so one is read at a time.</summary>
    private readonly SemaphoreSlim _reading = new(1, 1);

    public async Task<long> Receive(Stream content, string name, string by, CancellationToken cancellation = default)
    {
        var clean = DocumentName.Clean(name);
        return await Hold(content, clean, $"upload:{clean}", "", by, cancellation);
    }

    public Task<long> Enter(IReadOnlyList<EnteredValue> values, string reason, string by, CancellationToken cancellation = default)
    {
        var given = values.Where(v => v.Text.Trim().Length > 0).ToList();
        if (given.Count == 0)
            throw new InvalidOperationException("没有填写任何数值。No value has been entered.");
        Require(reason);
        var now = clock.GetUtcNow();
        return Hold(new MemoryStream(EntryDocument.Write(given, by, now)), NameOf("entry", now), $"entry:{by}", reason.Trim(), by, cancellation);
    }

    public async Task<long> Replay(IReadOnlyList<ReplayedRow> rows, string reason, string by, CancellationToken cancellation = default)
    {
        if (rows.Count == 0)
            throw new InvalidOperationException("没有选择任何行。No row has been chosen.");
        Require(reason);
        var names = new Dictionary<string, string>();
        foreach (var sha256 in rows.Select(r => r.Place.DocumentSha256).Distinct())
            names[sha256] = (await reader.Document(sha256, cancellation) ?? throw new InvalidOperationException("没有这份文件。There is no such document.")).Name;
        var now = clock.GetUtcNow();
        var bytes = ReplayDocument.Write(rows, sha256 => names[sha256], reason.Trim(), by, now);
        return await Hold(new MemoryStream(bytes), NameOf("correction", now), ReplayDocument.AddressOf(by), reason.Trim(), by, cancellation);
    }

    public async Task<Preview?> Preview(long pending, CancellationToken cancellation = default) =>
        await reader.Pending(pending, cancellation) is { Decision: null } waiting
            ? Comparison.Of(waiting, await Read(waiting, new Vintage(clock.GetUtcNow()), cancellation)) : null;

    public async Task Endorse(long pending, string fingerprint, string reason, string by, CancellationToken cancellation = default)
    {
        Require(reason);
        var preview = await Preview(pending, cancellation) ?? throw PendingDecision.AlreadyMade();
        if (preview.Fingerprint != fingerprint)
            throw new ChangedMeanwhileException();
        if (!preview.NeedsTwo)
            throw new InvalidOperationException("这份文件不需要两人同意。This document does not need two persons.");
        await writer.Endorse(pending, new Endorsement(fingerprint, reason.Trim(), by, clock.GetUtcNow()), cancellation);
    }

    public async Task<AppendOutcome> Accept(
        long pending, string fingerprint, bool withWarnings, string reason, string by, CancellationToken cancellation = default)
    {
        if (await reader.Pending(pending, cancellation) is not { Decision: null } waiting)
            throw PendingDecision.AlreadyMade();
        var now = clock.GetUtcNow();
        var counter = await observations.ChangeCounter(cancellation);
        var content = await Read(waiting, new Vintage(now), cancellation);
        var preview = Comparison.Of(waiting, content);
        if (preview.Fingerprint != fingerprint)
            throw new ChangedMeanwhileException();
        if (withWarnings && preview.NeedsTwo && (preview.Endorsement is not { } endorsed || endorsed.By == by))
            throw new InvalidOperationException("像是单位错位或异常的数值须两人先后同意：先由另一人同意。A value that looks like a slip needs two persons: another has to agree first.");
        if (content.Good.Count + content.Deals.Count + (withWarnings ? content.Held.Count : 0) == 0)
            throw new InvalidOperationException("没有可以采用的行。No row of it can go in.");
        if (content.IsKeptOut && (content.Errors.Any() || !withWarnings))
            throw new InvalidOperationException("该来源要求整份采用，仍有错误或未接受的警告。Its source wants all or nothing, and errors or warnings remain.");
        var confirmed = withWarnings ? content.Warnings.Select(w => w.In(content.Document)).ToList() : [];
        if (confirmed.Count > 0)
            Require(reason);
        var parsed = withWarnings ? content.WithHeld : content.WithoutHeld;
        var replayed = await ReplayedRows(waiting.Document, parsed, content.Deals.Select(d => d.Row), cancellation);
        // What a replay still finds is said of the rows already, where they wait.
        if (ReplayDocument.IsOne(waiting.Document))
            parsed = parsed with { Refused = [] };
        return await writer.Accept(
            new(waiting, parsed, new PendingDecision(true, reason.Trim(), by, now), confirmed, replayed, counter), cancellation);
    }

    public Task Cancel(long pending, string reason, string by, CancellationToken cancellation = default) =>
        writer.Cancel(pending, new PendingDecision(false, reason.Trim(), by, clock.GetUtcNow()), cancellation);

    public Task Drop(IReadOnlyList<RowPlace> rows, string reason, string by, CancellationToken cancellation = default)
    {
        Require(reason);
        return writer.Drop([.. rows.Distinct()], reason.Trim(), by, clock.GetUtcNow(), cancellation);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<long> Hold(Stream content, string name, string address, string reason, string by, CancellationToken cancellation)
    {
        var document = await archive.Store(content, name, address, ContentType, by, cancellation);
        return await observations.IsKnown(document.Sha256, cancellation)
            ? throw new InvalidOperationException("这份文件以前已经采用，内容完全相同。These very bytes were brought in before.")
            : await writer.Hold(document, reason, cancellation);
    }

    private async Task<CheckedContent> Read(PendingDocument waiting, Vintage knownAt, CancellationToken cancellation)
    {
        var inForce = await definitions.Current(cancellation) ?? throw new NoDefinitionsException();
        await _reading.WaitAsync(cancellation);
        try
        {
            return await reading.Read(waiting.Document, Origin.Official, inForce, knownAt, cancellation);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The rows of the quarantine that a replay brings in.</summary>
    private async Task<IReadOnlyList<RowPlace>> ReplayedRows(
        RawDocument document, ParsedDocument parsed, IEnumerable<int> deals, CancellationToken cancellation)
    {
        if (!ReplayDocument.IsOne(document))
            return [];
        var lines = parsed.Observations.Select(o => o.Row).Concat(deals).ToHashSet();
        return [.. (await reading.ReplayLines(document.Sha256, cancellation)).Where(l => lines.Contains(l.Line)).Select(l => l.Row.Place).Distinct()];
    }

    private static string NameOf(string what, DateTimeOffset now) => FormattableString.Invariant($"{what}-{now.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}.csv");

    private static void Require(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InvalidOperationException("需要写明理由。A reason is required.");
    }
}
