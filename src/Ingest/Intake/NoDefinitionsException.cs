namespace Ingest.Intake;

/// <summary>Nothing can be checked before the office's definitions are loaded.</summary>
public sealed class NoDefinitionsException() : InvalidOperationException(
    "尚未载入方法与目录，不能接收数据。No methodology and catalogue are loaded, so no data can be taken in.");
