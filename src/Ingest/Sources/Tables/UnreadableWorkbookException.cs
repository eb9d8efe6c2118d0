namespace Ingest.Sources.Tables;

/// <summary>Why a workbook is refused whole, in both languages.</summary>
internal sealed class UnreadableWorkbookException(string chinese, string english) : Exception(english)
{
    internal RowFault Fault => new(1, "", "", chinese, Message);
}
