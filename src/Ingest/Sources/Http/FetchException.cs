namespace Ingest.Sources.Http;

/// <summary>Why a source could not be fetched, for staff. Nothing of it was taken in.</summary>
public class FetchException(string chinese, string english, Exception? cause = null) : Exception($"{chinese} {english}", cause)
{
    public string Chinese { get; } = chinese;

    public string English { get; } = english;
}

/// <summary>The address leads where fetching must not go. Never tried again by itself.</summary>
public sealed class RefusedAddressException(string chinese, string english) : FetchException(chinese, english);
