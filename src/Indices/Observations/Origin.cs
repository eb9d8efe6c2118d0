namespace Indices.Observations;

/// <summary>Where a value comes from. Ordered from best to worst; a result carries the worst origin of its inputs.</summary>
public enum Origin
{
    /// <summary>Entered or fetched by the office.</summary>
    Official = 0,
    /// <summary>Quoted from a citable public source.</summary>
    Public = 1,
    /// <summary>Made for demonstration; shown as 演示数据 on every surface.</summary>
    Synthetic = 2,
}
